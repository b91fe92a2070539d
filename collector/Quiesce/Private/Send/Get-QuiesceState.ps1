function Get-QuiesceState {
    <#
    .SYNOPSIS
    What the collector knows of itself from run to run.
    .DESCRIPTION
    An ordered dictionary: InstallId, EnrolmentRequest (random; null while no enrolment waits for its answer), CollectorId (null while not enrolled), Server, Pin, Proxy, Kind, Scope, Epoch,
    Sequence (of the last document made), IntervalSeconds, GuestAccess, GuestFolder, ComputerName, VMMServer, Task, NotBefore, NotBeforeReason and NotBeforeVersion (quiet
    until then, and for which version of the module), LastSentAt, LastStatus, VersionWanted, VersionMinimum, and Dropped: null, or Documents and Since of the
    documents that left the spool unsent and of which no accepted document has told yet. Without a state file a new
    InstallId is made; it stays when Save-QuiesceState writes it.
    #>
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param()

    $state = [ordered] @{
        InstallId = $null; EnrolmentRequest = $null; CollectorId = $null; Server = $null; Pin = $null; Proxy = $null; Kind = 'host'; Scope = $null
        Epoch = 1; Sequence = 0; IntervalSeconds = 3600; GuestAccess = $null; GuestFolder = $null; ComputerName = $null; VMMServer = $null; Task = $null; NotBefore = $null; NotBeforeReason = $null; NotBeforeVersion = $null
        LastSentAt = $null; LastStatus = $null; VersionWanted = $null; VersionMinimum = $null
        DroppedTotal = 0; DroppedTold = 0; DroppedSince = $null
    }
    $path = Get-QuiesceHome -Child 'state.json'
    if ([IO.File]::Exists($path)) {
        try { $stored = ConvertFrom-QuiesceJson -Text ([IO.File]::ReadAllText($path)) }
        catch [FormatException] {
            throw "$path cannot be read: $($_.Exception.Message) Run Register-QuiesceCollector with a new code and -Force."
        }
        foreach ($key in @($state.Keys)) {
            if ($stored.Contains($key)) { $state[$key] = $stored[$key] }
        }
    }
    if ([string]::IsNullOrEmpty($state.InstallId)) { $state.InstallId = [Guid]::NewGuid().ToString() }
    $untold = $state.DroppedTotal - $state.DroppedTold
    $state.Dropped = if ($untold -gt 0) { [ordered] @{ Documents = $untold; Since = $state.DroppedSince } } else { $null }
    $state
}
