function Set-QuiesceQuiet {
    <#
    .SYNOPSIS
    Keeps in the state that nothing is sent for so many seconds, and why.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [double] $Seconds,
        [Parameter(Mandatory)] [string] $Reason
    )

    $until = Format-Instant (Get-QuiesceTime).AddSeconds($Seconds)
    $version = Get-QuiesceVersion
    [void] (Update-QuiesceState -Change {
            param($state)
            $state.NotBefore = $until
            $state.NotBeforeReason = $Reason
            $state.NotBeforeVersion = $version
        })
}
