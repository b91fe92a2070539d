function Get-QuiesceTask {
    <#
    .SYNOPSIS
    The collector's scheduled task: State, Account, LastResult (an exit code of README.md). Throws when there is none.
    #>
    [CmdletBinding()]
    param()

    $task = ScheduledTasks\Get-ScheduledTask -TaskPath '\Quiesce\' -TaskName 'Quiesce collector' -ErrorAction Stop
    $last = ScheduledTasks\Get-ScheduledTaskInfo -InputObject $task -ErrorAction Stop
    [pscustomobject] @{ State = "$($task.State)"; Account = "$($task.Principal.UserId)"; LastResult = $last.LastTaskResult }
}
