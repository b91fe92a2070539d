function Uninstall-QuiesceEventSource {
    <#
    .SYNOPSIS
    Takes Quiesce off the sources of the event log; what was written stays.
    #>
    [CmdletBinding()]
    param()

    if ([Diagnostics.EventLog]::SourceExists('Quiesce')) { [Diagnostics.EventLog]::DeleteEventSource('Quiesce') }
}
