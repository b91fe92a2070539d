function Install-QuiesceTask {
    <#
    .SYNOPSIS
    Registers the collector's task, in place of one that is there: as SYSTEM, as a gMSA, or as a named account.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Xml,
        [Parameter(Mandatory)] [string] $Account,
        [Management.Automation.PSCredential] $Credential
    )

    $task = @{ TaskPath = '\Quiesce\'; TaskName = 'Quiesce collector' }
    if ($null -ne $Credential) {
        [void] (ScheduledTasks\Register-ScheduledTask @task -Xml $Xml -User $Credential.UserName -Password $Credential.GetNetworkCredential().Password -Force)
        return
    }
    [void] (ScheduledTasks\Register-ScheduledTask @task -Xml $Xml -Force)
    if ($Account -eq 'SYSTEM') { return }
    # Windows fetches a gMSA's password by itself; the logon type is still called Password.
    $principal = ScheduledTasks\New-ScheduledTaskPrincipal -UserId $Account -LogonType Password -RunLevel Highest
    try { [void] (ScheduledTasks\Set-ScheduledTask @task -Principal $principal) }
    catch {
        $fault = $_
        # The task must not stay with more rights than were asked for.
        Remove-QuiesceTask
        throw $fault
    }
}
