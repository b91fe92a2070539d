function Add-Vm {
    # One VM of Get-VM as facts into $Run.Vms. Enums become their names; the number stands beside the state for forensics.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Vm)

    $id = ConvertTo-GuidText (Get-Value $Vm 'Id')
    if ($null -eq $id) { throw [FormatException]::new("The VM '$(Get-Value $Vm 'Name')' has no GUID.") }
    $absent = [Collections.Generic.List[object]]::new()
    $state = Get-Value $Vm 'State'
    $word = ConvertTo-Word $state @{ '2' = 'Running'; '3' = 'Off'; '4' = 'Stopping'; '6' = 'Saved'; '9' = 'Paused'; '10' = 'Starting'; '11' = 'Reset'; '32773' = 'Saving'; '32776' = 'Pausing'; '32777' = 'Resuming' }
    $raw = $null
    if ($state -is [Enum]) { $raw = ConvertTo-Whole ([int64] $state.value__) } elseif ("$state" -match '^\d+$') { $raw = ConvertTo-Whole $state }
    $running = $word -eq 'Running' -or $word -eq 'RunningCritical'
    $facts = [ordered]@{ id = $id; name = "$(Get-Value $Vm 'Name')"; observedAt = $null }
    if ($facts['name'].Length -gt 512) { $facts['name'] = $facts['name'].Substring(0, 512) }
    $facts['generation'] = ConvertTo-Whole (Get-Value $Vm 'Generation')
    $facts['version'] = Limit-Text (Get-Value $Vm 'Version') 64
    $clustered = Get-Value $Vm 'IsClustered'
    $facts['isClustered'] = if ($null -eq $clustered) { $Run.ClusterVms.ContainsKey($id) } else { [bool] $clustered }
    $facts['state'] = $word
    $facts['stateRaw'] = $raw
    $facts['operational'] = @(foreach ($status in @(Get-Value $Vm 'OperationalStatus')) { if ($null -ne $status) { ConvertTo-Word $status @{ '2' = 'Ok'; '3' = 'Degraded'; '5' = 'PredictiveFailure' } } })
    $facts['secondaryOperational'] = ConvertTo-Word (Get-Value $Vm 'SecondaryOperationalStatus')
    if ($null -eq $facts['secondaryOperational']) { Add-Absent -To $absent -Fact 'secondaryOperational' -Reason 'empty' }
    $facts['operationSince'] = $null
    Add-Absent -To $absent -Fact 'operationSince' -Reason $(if ($null -eq $facts['secondaryOperational']) { 'not-applicable' } else { 'not-collected' })
    $facts['healthState'] = $null
    $uptime = Get-Value $Vm 'Uptime'
    $facts['uptimeSeconds'] = if ($uptime -is [TimeSpan]) { ConvertTo-Whole $uptime.TotalSeconds } else { ConvertTo-Whole $uptime }
    $facts['heartbeat'] = ConvertTo-Word (Get-Value $Vm 'Heartbeat') @{ '0' = 'Unknown'; '1' = 'Disabled'; '2' = 'NoContact'; '3' = 'Error'; '4' = 'LostCommunication'; '5' = 'OkApplicationsUnknown'; '6' = 'OkApplicationsHealthy'; '7' = 'OkApplicationsCritical'; '8' = 'Paused' }
    if ($null -eq $facts['heartbeat']) { Add-Absent -To $absent -Fact 'heartbeat' -Reason $(if ($running) { 'empty' } else { 'vm-off' }) }
    $memory = ConvertTo-Whole (Get-Value $Vm 'MemoryAssigned')
    $facts['memoryAssignedBytes'] = if ($memory) { $memory } else { ConvertTo-Whole (Get-Value $Vm 'MemoryStartup') }
    $facts['processorCount'] = ConvertTo-Whole (Get-Value $Vm 'ProcessorCount')
    foreach ($later in 'lastSuccessfulBackupTime', 'incrementalBackupEnabled', 'vmGroups', 'product', 'acl', 'orphanFiles') { $facts[$later] = $null }
    $modern = $Run.Kernel -eq '10.0'
    $facts['checkpointType'] = ConvertTo-Word (Get-Value $Vm 'CheckpointType') @{ '2' = 'Disabled'; '3' = 'Production'; '4' = 'ProductionOnly'; '5' = 'Standard' }
    $automatic = Get-Value $Vm 'AutomaticCheckpointsEnabled'
    $facts['automaticCheckpoints'] = if ($null -eq $automatic) { $null } else { [bool] $automatic }
    foreach ($fact in 'checkpointType', 'automaticCheckpoints') { if ($null -eq $facts[$fact]) { Add-Absent -To $absent -Fact $fact -Reason $(if ($modern -and $fact -eq 'checkpointType') { 'error' } else { 'not-applicable' }) } }
    $facts['snapshotFileLocation'] = Limit-Text (Get-Value $Vm 'SnapshotFileLocation') 1024
    $facts['configLocation'] = Limit-Text (Get-Value $Vm 'ConfigurationLocation') 1024
    $facts['replicationMode'] = ConvertTo-Word (Get-Value $Vm 'ReplicationMode') @{ '0' = 'None'; '1' = 'Primary'; '2' = 'Replica'; '3' = 'TestReplica'; '4' = 'ExtendedReplica' }
    $facts['replicationState'] = ConvertTo-Word (Get-Value $Vm 'ReplicationState')
    $facts['replicationHealth'] = ConvertTo-Word (Get-Value $Vm 'ReplicationHealth') @{ '0' = 'NotApplicable'; '1' = 'Normal'; '2' = 'Warning'; '3' = 'Critical' }
    foreach ($later in 'security', 'controllers', 'fibreChannelHbas', 'assignableDevices', 'gpuPartitions', 'integration') { $facts[$later] = $null }
    $inside = "$(Get-Value $Vm 'IntegrationServicesVersion')"
    $facts['icVersionHostView'] = if ($modern -or $inside -eq '' -or $inside -eq '0.0') { $null } else { Limit-Text $inside 64 }
    if ($null -eq $facts['icVersionHostView']) { Add-Absent -To $absent -Fact 'icVersionHostView' -Reason $(if ($modern) { 'not-applicable' } elseif ($running) { 'empty' } else { 'vm-off' }) }
    foreach ($later in 'disks', 'checkpoints', 'lastReferencePoint', 'vssComponent', 'guest') { $facts[$later] = $null }
    Set-VmProduct -Run $Run -Facts $facts -Absent $absent
    if ($Run.Vms.Contains($id)) {
        $Run.Vms["$id again"] = @{ Id = $id; Facts = $facts; Absent = $absent; Live = $Vm; Running = $running }
        return
    }
    $Run.Vms[$id] = @{ Id = $id; Facts = $facts; Absent = $absent; Live = $Vm; Running = $running }
}
