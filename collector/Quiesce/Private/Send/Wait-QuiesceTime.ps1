function Wait-QuiesceTime {
    <#
    .SYNOPSIS
    Waits. The one place where sending sleeps.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [ValidateRange(0, 86400)] [double] $Seconds)

    [Threading.Thread]::Sleep([int] [Math]::Ceiling($Seconds * 1000))
}
