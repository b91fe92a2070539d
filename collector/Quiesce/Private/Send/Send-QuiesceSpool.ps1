function Send-QuiesceSpool {
    <#
    .SYNOPSIS
    Sends the documents of the spool, newest first, until all are gone, the server says wait, or the time is up.
    .OUTPUTS
    The result object of Send-QuiesceInventory.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Token,
        [Parameter(Mandatory)] [int] $MaximumSeconds,
        [switch] $Force
    )

    $state = Get-QuiesceState
    $now = Get-QuiesceTime
    # A module of another version was placed to be tried, not to wait.
    if ($null -ne $state.NotBefore -and $state.NotBeforeVersion -eq (Get-QuiesceVersion) -and -not $Force) {
        $until = ConvertTo-QuiesceUtc -Text $state.NotBefore
        # A clock that was set back must not silence the collector for longer than the longest quiet time.
        if ($until -gt $now -and $until -le $now.AddDays(1.1)) {
            return New-QuiesceSendResult -Outcome 'quiet' -Text "Nothing is sent until $($state.NotBefore): $($state.NotBeforeReason)"
        }
    }
    $deadline = $now.AddSeconds($MaximumSeconds)
    $sent = 0
    $rejected = 0
    $refusal = ''
    foreach ($item in @(Get-QuiesceSpool)) {
        $attempt = 0
        while ($true) {
            $PSCmdlet.WriteVerbose("Sending $($item.Name), $($item.Bytes) bytes, try $($attempt + 1).")
            $reply = Send-QuiesceSpoolItem -Item $item -State (Get-QuiesceState) -Token $Token
            $outcome = Get-QuiesceOutcome -Reply $reply
            [void] (Resolve-QuiesceReply -Reply $reply -Item $item -Outcome $outcome)
            $text = Get-QuiesceReplyText -Reply $reply
            $PSCmdlet.WriteVerbose("$outcome. $text")
            if ($outcome -eq 'accepted') {
                Remove-QuiesceFile -Path $item.Path
                $sent++
                break
            }
            if ($outcome -eq 'rejected') {
                $kept = Save-QuiesceRejected -Item $item -Reply $reply
                $refusal = "The server refuses a document: $text It is kept as $kept and not sent again."
                Write-QuiesceEvent -Id 200 -Level Error -Text $refusal
                $rejected++
                break
            }
            if ($outcome -ne 'retry') { return Stop-QuiesceSpool -Reply $reply -Outcome $outcome -Text $text -Sent $sent -Rejected $rejected }
            $retryAfter = Get-QuiesceRetryAfter -Reply $reply
            $wait = Get-QuiesceBackoff -Attempt $attempt -RetryAfter $retryAfter
            if ((Get-QuiesceTime).AddSeconds($wait) -gt $deadline) {
                if ($retryAfter -gt 0) { Set-QuiesceQuiet -Seconds $retryAfter -Reason $text }
                Write-QuiesceEvent -Id 204 -Level Warning -Text "No delivery. $text The documents wait in the spool and go out at a later run."
                return New-QuiesceSendResult -Outcome 'no-contact' -Text $text -Sent $sent -Rejected $rejected
            }
            $PSCmdlet.WriteVerbose("Waiting $([int] $wait) seconds.")
            Wait-QuiesceTime -Seconds $wait
            $attempt++
        }
    }
    if ($rejected -gt 0) { return New-QuiesceSendResult -Outcome 'rejected' -Text $refusal -Sent $sent -Rejected $rejected }
    $told = "$sent documents sent to $($state.Server)."
    $wanted = (Get-QuiesceState).VersionWanted
    if (-not [string]::IsNullOrEmpty($wanted) -and $wanted -ne (Get-QuiesceVersion)) {
        $told = "$told The server wants version $wanted; this is $(Get-QuiesceVersion). An admin places the signed package."
    }
    if ($sent -gt 0) { Write-QuiesceEvent -Id 100 -Level Information -Text $told }
    New-QuiesceSendResult -Outcome 'sent' -Text $told -Sent $sent
}
