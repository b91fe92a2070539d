function Complete-QuiesceInstallation {
    <#
    .SYNOPSIS
    After enrolment: event log source and scheduled task. A machine without an event log keeps none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Collections.IDictionary] $State,
        [Management.Automation.PSCredential] $Credential
    )

    try { Install-QuiesceEventSource }
    catch { $PSCmdlet.WriteVerbose("No event log source: $($_.Exception.Message)") }
    if ($null -ne $State.Task) {
        $module = [IO.Path]::Combine($script:QuiesceRoot, 'Quiesce.psd1')
        $xml = New-QuiesceTaskXml -InstallId $State.InstallId -IntervalSeconds $State.IntervalSeconds -ModulePath $module
        Install-QuiesceTask -Xml $xml -Account $State.Task -Credential $Credential
    }
    $how = if ($null -eq $State.Task) { 'No task is installed.' } else { "The task runs every $($State.IntervalSeconds) seconds as $($State.Task)." }
    Write-QuiesceEvent -Id 102 -Level Information -Text "Enrolled at $($State.Server) as $($State.CollectorId). $how"
}
