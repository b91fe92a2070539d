function Send-QuiesceInventory {
    <#
    .SYNOPSIS
    Sends what waits in the spool to the server; with -Collect it reads this machine first.
    .DESCRIPTION
    The scheduled task runs this with -Collect -Scheduled. Documents go newest first and leave the spool only after the
    server said that it keeps them. When there is no contact they stay (newest 24, 50 MiB, 7 days) and go out at a later
    run. A refused document is kept once in the folder rejected and not sent again. After a refused credential the
    collector is quiet for an hour, after "too old" for a day. -Verbose tells each step.
    .PARAMETER Collect
    Reads this machine and puts the document into the spool before sending.
    .PARAMETER Scheduled
    For the task: waits a random part of a twentieth of the interval first, at most an hour, so that hosts do not meet, and
    lets retries go on for up to half of the interval, at most 30 minutes.
    .PARAMETER MaximumSeconds
    How long retries may go on; 300 by default.
    .PARAMETER Force
    Sends although a quiet time lasts, for instance after the collector was approved.
    .PARAMETER WhatIf
    Says what would be sent and sends nothing.
    .PARAMETER Confirm
    Asks before it sends.
    .OUTPUTS
    An object: Outcome (one word), ExitCode, Sent, Waiting, Rejected, Dropped (numbers of documents), Text (one
    sentence), VersionWanted. The exit codes are listed in collector/README.md.
    .EXAMPLE
    Send-QuiesceInventory -Verbose
    Sends what waits and tells each step.
    .EXAMPLE
    Send-QuiesceInventory -Collect -Force
    Reads the machine and sends now, whatever the server said before.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [switch] $Collect,
        [switch] $Scheduled,
        [ValidateRange(0, 86400)] [int] $MaximumSeconds = 300,
        [switch] $Force
    )

    Assert-QuiesceFullLanguage
    try {
        $state = Get-QuiesceState
        $token = Get-QuiesceToken
    }
    catch {
        Write-QuiesceEvent -Id 300 -Level Error -Text "The run failed before it began: $($_.Exception.Message)"
        throw
    }
    if ($null -eq $state.CollectorId -or $null -eq $token) {
        return New-QuiesceSendResult -Outcome 'not-enrolled' -Text 'This machine is not enrolled. Run Register-QuiesceCollector with a code from Collectors in the dashboard.'
    }
    if (-not $PSCmdlet.ShouldProcess($state.Server, 'Send inventory documents')) { return }
    try { $lock = Lock-QuiesceHome -Name 'send' -TimeoutSeconds 5 }
    catch [TimeoutException] { return New-QuiesceSendResult -Outcome 'busy' -Text $_.Exception.Message }
    try {
        if ($Scheduled) {
            Set-QuiescePriority
            $MaximumSeconds = [int] [Math]::Min(1800, $state.IntervalSeconds / 2)
            Wait-QuiesceTime -Seconds ((Get-QuiesceRandom) * [Math]::Min(3600, $state.IntervalSeconds / 20))
        }
        if ($Collect) { Add-QuiesceCollection }
        $dropped = Limit-QuiesceSpool
        $result = Send-QuiesceSpool -Token $token -MaximumSeconds $MaximumSeconds -Force:$Force
        $result.Dropped = $dropped
        $result
    }
    catch {
        Write-QuiesceEvent -Id 300 -Level Error -Text "The run failed: $($_.Exception.Message)"
        throw
    }
    finally { $lock.Dispose() }
}
