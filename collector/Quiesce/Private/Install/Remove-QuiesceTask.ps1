function Remove-QuiesceTask {
    <#
    .SYNOPSIS
    Removes the collector's task; none is no error.
    #>
    [CmdletBinding()]
    param()

    $found = @(ScheduledTasks\Get-ScheduledTask -TaskPath '\Quiesce\' -TaskName 'Quiesce collector' -ErrorAction SilentlyContinue)
    foreach ($task in $found) { ScheduledTasks\Unregister-ScheduledTask -InputObject $task -Confirm:$false }
}
