function Invoke-Source {
    # One counted, timed call of one source. Never throws: returns Rows, Errors (Reason, Text, Mend) and Failed, which is
    # true when nothing was read. On Windows the call runs in a runspace of its own that is abandoned when it takes
    # longer than the limit, so that one hanging provider costs only itself.
    param(
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)]
        [ValidateSet('Read-HyperV', 'Read-Cluster', 'Read-Storage', 'Read-Cim', 'Read-Registry', 'Read-Program', 'Read-UserRights', 'Read-Files', 'Read-Folders', 'Read-FileState', 'Read-Access', 'Read-Account', 'Read-Guest', 'Read-Session', 'Read-RemoteValue', 'Read-RemoteDisk', 'Read-RemoteWriters', 'Read-GuestCluster', 'Read-Scvmm')]
        [string] $Reader,
        [hashtable] $With = @{},
        [string] $Label
    )

    if (-not $Label) { $Label = if ($With.ContainsKey('What')) { "$Reader $($With['What'])" } elseif ($With.ContainsKey('ClassName')) { "$Reader $($With['ClassName'])" } else { $Reader } }
    $result = @{ Label = $Label; Rows = [Collections.Generic.List[object]]::new(); Errors = [Collections.Generic.List[object]]::new(); Failed = $false }
    if ([DateTime]::UtcNow -ge $Run.Deadline) {
        $result.Failed = $true
        $result.Errors.Add(@{ Reason = 'timed-out'; Text = "The run's limit of $($Run.RunSeconds) seconds was reached before ${Label}."; Mend = 'Give the run more time: Invoke-QuiesceCollection -RunTimeoutSeconds.'; Record = $null })
        return $result
    }
    $Run.Calls[$Label] = 1 + [int] $Run.Calls[$Label]
    $watch = [Diagnostics.Stopwatch]::StartNew()
    try {
        $output = if ($Run.Isolate) { Invoke-InRunspace -Run $Run -Reader $Reader -With $With } else { @(& $Reader @With 2>&1) }
        foreach ($entry in $output) {
            if ($entry -is [Management.Automation.ErrorRecord]) { $result.Errors.Add((Get-ErrorReason -Run $Run -Record $entry -Reader $Reader -Label $Label)) }
            elseif ($null -ne $entry) { $result.Rows.Add($entry) }
        }
    }
    catch {
        $result.Failed = $true
        $result.Errors.Add((Get-ErrorReason -Run $Run -Record $_ -Reader $Reader -Label $Label))
    }
    if ($result.Rows.Count -eq 0 -and $result.Errors.Count -gt 0) { $result.Failed = $true }
    $Run.Log.Add("$Label`: $($result.Rows.Count) rows, $($result.Errors.Count) errors, $($watch.ElapsedMilliseconds) ms")
    return $result
}
