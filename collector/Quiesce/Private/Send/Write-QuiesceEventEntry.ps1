function Write-QuiesceEventEntry {
    <#
    .SYNOPSIS
    Writes to the Windows event log; throws where there is none or the source is not registered.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [int] $Id,
        [Parameter(Mandatory)] [string] $Level,
        [Parameter(Mandatory)] [string] $Text
    )

    [Diagnostics.EventLog]::WriteEntry('Quiesce', $Text, [Diagnostics.EventLogEntryType] $Level, $Id)
}
