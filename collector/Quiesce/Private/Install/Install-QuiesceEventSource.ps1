function Install-QuiesceEventSource {
    <#
    .SYNOPSIS
    Registers Quiesce as a source of the event log Application; one that is there already stays.
    #>
    [CmdletBinding()]
    param()

    if (-not [Diagnostics.EventLog]::SourceExists('Quiesce')) { [Diagnostics.EventLog]::CreateEventSource('Quiesce', 'Application') }
}
