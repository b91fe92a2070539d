function Test-QuiesceInstallation {
    <#
    .SYNOPSIS
    The lines of Test-QuiesceCollector about enrolment, server, task, spool and guest credentials.
    #>
    [CmdletBinding()]
    param()

    $area = 'Sending'
    try { $state = Get-QuiesceState }
    catch {
        New-QuiesceCheck -Area $area -What 'Enrolment' -Result 'not readable' -Detail $_.Exception.Message -Mend 'Register-QuiesceCollector -Force with a code from Collectors > Add'
        return
    }
    if ($null -eq $state.CollectorId) {
        New-QuiesceCheck -Area $area -What 'Enrolment' -Result 'not here' -Detail 'This machine is not enrolled.' -Mend 'Register-QuiesceCollector with a code from Collectors > Add'
        return
    }
    New-QuiesceCheck -Area $area -What 'Enrolment' -Result 'read' -Detail "$($state.CollectorId) at $($state.Server); last sent $($state.LastSentAt), last answer $($state.LastStatus)"
    try {
        if ($null -eq (Get-QuiesceToken)) { New-QuiesceCheck -Area $area -What 'Credential' -Result 'not readable' -Detail 'There is none.' -Mend 'Set-QuiesceCredential' }
        else { New-QuiesceCheck -Area $area -What 'Credential' -Result 'read' }
    }
    catch { New-QuiesceCheck -Area $area -What 'Credential' -Result 'not readable' -Detail (Get-QuiesceInnermost -Exception $_.Exception) -Mend 'Run as an administrator or as the account of the task; on a machine that was cloned or restored elsewhere, Register-QuiesceCollector -Force' }
    try {
        $seen = @(Test-QuiesceServer -Server $state.Server -Proxy $state.Proxy)
        $pinned = [string]::IsNullOrEmpty($state.Pin) -or $seen -contains $state.Pin
        $told = if ($seen.Count -gt 0) { "SHA-256 of its certificate $($seen[0])" } else { 'This machine itself, without TLS' }
        if ($pinned) { New-QuiesceCheck -Area $area -What 'Connection' -Result 'read' -Detail $told }
        else { New-QuiesceCheck -Area $area -What 'Connection' -Result 'not readable' -Detail "$told; the pin is $($state.Pin)" -Mend 'Ask whether the certificate was renewed; then Register-QuiesceCollector -Force -Pin' }
    }
    catch { New-QuiesceCheck -Area $area -What 'Connection' -Result 'not readable' -Detail (Get-QuiesceInnermost -Exception $_.Exception) -Mend 'See Troubleshooting in collector/README.md' }
    if ([string]::IsNullOrEmpty($state.Task)) { New-QuiesceCheck -Area $area -What 'Scheduled task' -Result 'not here' -Detail 'None was installed.' }
    else {
        try {
            $task = Get-QuiesceTask
            New-QuiesceCheck -Area $area -What 'Scheduled task' -Result 'read' -Detail "$($task.State), as $($task.Account), last result $($task.LastResult)"
        }
        catch { New-QuiesceCheck -Area $area -What 'Scheduled task' -Result 'not readable' -Detail $_.Exception.Message -Mend 'Run as an administrator; if the task was removed, Register-QuiesceCollector -Force' }
    }
    $waiting = @(Get-QuiesceSpool).Count
    $quiet = if ($null -ne $state.NotBefore) { "quiet until $($state.NotBefore): $($state.NotBeforeReason)" } else { '' }
    New-QuiesceCheck -Area $area -What 'Spool' -Result 'read' -Rows $waiting -Detail $quiet
    try { $entries = @(Get-QuiesceGuestEntry) }
    catch {
        $entries = @()
        New-QuiesceCheck -Area 'Guests' -What 'Credentials' -Result 'not readable' -Detail $_.Exception.Message -Mend "Remove $(Get-QuiesceHome -Child 'guest-credentials.json') and set them again: Set-QuiesceGuestCredential"
    }
    foreach ($entry in $entries) {
        try {
            $credential = Read-QuiesceGuestSecret -Entry $entry
            New-QuiesceCheck -Area 'Guests' -What "Credential $($entry.Key)" -Result 'read' -Detail $credential.UserName
        }
        catch { New-QuiesceCheck -Area 'Guests' -What "Credential $($entry.Key)" -Result 'not readable' -Detail $_.Exception.Message -Mend 'Set-QuiesceGuestCredential' }
    }
}
