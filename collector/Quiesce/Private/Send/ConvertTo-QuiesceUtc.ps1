function ConvertTo-QuiesceUtc {
    <#
    .SYNOPSIS
    The UTC time of an ISO text of the state.
    #>
    [CmdletBinding()]
    [OutputType([DateTime])]
    param([Parameter(Mandatory)] [string] $Text)

    $style = [Globalization.DateTimeStyles]::AssumeUniversal -bor [Globalization.DateTimeStyles]::AdjustToUniversal
    [DateTime]::Parse($Text, [Globalization.CultureInfo]::InvariantCulture, $style)
}
