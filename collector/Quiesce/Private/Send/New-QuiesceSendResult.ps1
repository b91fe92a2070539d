function New-QuiesceSendResult {
    <#
    .SYNOPSIS
    What Send-QuiesceInventory returns.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Outcome,
        [Parameter(Mandatory)] [string] $Text,
        [int] $Sent = 0,
        [int] $Rejected = 0
    )

    [pscustomobject] @{
        Outcome = $Outcome; ExitCode = Get-QuiesceExitCode -Outcome $Outcome; Sent = $Sent
        Waiting = @(Get-QuiesceSpool).Count; Rejected = $Rejected; Dropped = 0; Text = $Text
        VersionWanted = (Get-QuiesceState).VersionWanted
    }
}
