function Get-QuiesceSlot {
    <#
    .SYNOPSIS
    Second within the interval at which this installation collects, by hash of its install id: a thousand hosts spread.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string] $InstallId,
        [Parameter(Mandatory)] [ValidateRange(60, 604800)] [int] $IntervalSeconds
    )

    $hash = Get-QuiesceHash -Text $InstallId.ToLowerInvariant()
    [int] ([Convert]::ToUInt32($hash.Substring(0, 8), 16) % $IntervalSeconds)
}
