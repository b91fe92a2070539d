function ConvertTo-ScvmmVm {
    # One VM of Get-SCVirtualMachine, host side only. The Hyper-V GUID is the name of its configuration file, else VMId;
    # ID is VMM's own and the BIOS GUID is copied with a VM.
    param([Parameter(Mandatory)] $Row, [Parameter(Mandatory)] [hashtable] $HostRecord)

    $absent = [Collections.Generic.List[object]]::new()
    $path = "$(Get-Value $Row 'VMCPath')"
    $file = $path.Substring($path.LastIndexOf('\') + 1)
    $id = if ($file -match '(?i)\.(xml|vmcx)$') { ConvertTo-GuidText $file } else { $null }
    if ($null -eq $id) { $id = ConvertTo-GuidText (Get-Value $Row 'VMId') }
    $folder = (Split-Folder $path) -replace '(?i)\\Virtual Machines$', ''
    if ($folder -match '^[A-Za-z]:$') { $folder = "$folder\" }
    $states = @{ PowerOff = 'Off'; PoweringOff = 'Stopping'; Restoring = 'Resuming' }
    $state = "$(Get-Value $Row 'VirtualMachineState')"
    if ($state -match '^\d*$') { $state = "$(Get-Value $Row 'StatusString')" -replace '\s', '' }
    $name = "$(Get-Value $Row 'Name')"
    $clustered = Get-Value $Row 'IsHighlyAvailable'
    $memory = ConvertTo-Whole (Get-Value $Row 'Memory')
    $facts = [ordered]@{
        id = $id; name = $name.Substring(0, [Math]::Min(512, $name.Length)); generation = ConvertTo-Whole (Get-Value $Row 'Generation')
        isClustered = $(if ($null -eq $clustered) { $null } else { [bool] $clustered }); state = ConvertTo-Word $state $states
        memoryAssignedBytes = $(if ($null -eq $memory) { $null } else { $memory * 1MB }); processorCount = ConvertTo-Whole (Get-Value $Row 'CPUCount'); configLocation = Limit-Text $folder 1024
    }
    $components = [Collections.Generic.List[object]]::new()
    $roles = Get-ComponentRoles
    $flags = @{ vss = 'BackupEnabled'; heartbeat = 'HeartbeatEnabled'; kvp = 'DataExchangeEnabled'; shutdown = 'OperatingSystemShutdownEnabled'; timesync = 'TimeSynchronizationEnabled' }
    foreach ($component in $roles.Keys) {
        if (-not $flags.ContainsKey($roles[$component])) { continue }
        $enabled = Get-Value $Row $flags[$roles[$component]]
        if ($null -ne $enabled) { $components.Add([ordered]@{ componentId = $component; role = $roles[$component]; enabled = [bool] $enabled; primaryStatus = $null; secondaryStatus = $null; statusText = $null }) }
    }
    $facts['integration'] = $null
    if ($components.Count -gt 0) { $facts['integration'] = $components }
    $facts['disks'] = @(foreach ($drive in @(Get-Value $Row 'VirtualDiskDrives')) { if ($null -ne $drive) { ConvertTo-ScvmmDisk -Drive $drive -HostRecord $HostRecord } })
    $checkpoints = [Collections.Generic.List[object]]::new()
    foreach ($checkpoint in @(Get-Value $Row 'VMCheckpoints')) {
        if ($null -eq $checkpoint -or $checkpoints.Count -ge 1000) { continue }
        $made = Get-Value $checkpoint 'AddedTime'
        $checkpoints.Add([ordered]@{ id = ConvertTo-GuidText (Get-Value $checkpoint 'CheckpointID'); name = Limit-Text (Get-Value $checkpoint 'Name') 512; type = $null; createdAt = $(if ($made -is [DateTime]) { Format-Instant $made } else { $null }); isAutomatic = $null })
    }
    $facts['checkpoints'] = $checkpoints
    Add-Absent -To $absent -Fact 'guest' -Reason 'not-collected' -Text 'Virtual Machine Manager tells nothing of what is inside a guest.'
    return @{ Id = $id; Facts = $facts; Absent = $absent; Live = $null; Running = $facts['state'] -eq 'Running' }
}
