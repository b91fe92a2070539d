function Get-QuiesceRetryAfter {
    <#
    .SYNOPSIS
    Seconds that the server asks to wait (Retry-After, seconds or a date), 0 when it asks for none; at most a day.
    #>
    [CmdletBinding()]
    [OutputType([double])]
    param([Parameter(Mandatory)] [pscustomobject] $Reply)

    $value = "$($Reply.Headers['retry-after'])".Trim()
    $seconds = 0.0
    if ($value -match '^\d{1,9}$') { $seconds = [double] $value }
    elseif ($value -ne '') {
        $style = [Globalization.DateTimeStyles]::AssumeUniversal -bor [Globalization.DateTimeStyles]::AdjustToUniversal
        $at = [DateTime]::MinValue
        if ([DateTime]::TryParseExact($value, 'r', [Globalization.CultureInfo]::InvariantCulture, $style, [ref] $at)) {
            $seconds = ($at - (Get-QuiesceTime)).TotalSeconds
        }
    }
    [Math]::Min(86400, [Math]::Max(0, $seconds))
}
