# Quiesce collector 1.0.0, first look: reads this Hyper-V host, changes nothing, and writes one JSON file.
# Made from the module by scripts/collector-release.mjs. Run it as a file, or paste all of it into an elevated PowerShell.
#   .\quiesce-collect.ps1 -OutFile D:\quiesce.json
& {
param([string] $OutFile)
if (-not $OutFile) { $OutFile = [IO.Path]::Combine($PWD.ProviderPath, "quiesce-$([Environment]::MachineName).json") }
$collector = New-Module -Name Quiesce -ScriptBlock {
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$script:QuiesceRoot = ''
$script:QuiesceModuleVersion = '1.0.0'
function Add-Absent {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $To, [Parameter(Mandatory)] [string] $Fact, [Parameter(Mandatory)] [string] $Reason, $Text)
    if ($To.Count -ge 1000) { return }
    $note = [ordered]@{ fact = $Fact; reason = $Reason }
    $limited = Limit-Text $Text 2000
    if ($null -ne $limited) { $note['text'] = $limited.TrimEnd('.') }
    $To.Add($note)
}
function Add-AbsentOf {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $To, [Parameter(Mandatory)] [string[]] $Fact, [Parameter(Mandatory)] [hashtable] $Result)
    $cause = if ($Result.Errors.Count -gt 0) { $Result.Errors[0] } else { @{ Reason = 'error'; Text = "$($Result.Label) gave nothing." } }
    foreach ($name in $Fact) { Add-Absent -To $To -Fact $name -Reason $cause.Reason -Text $cause.Text }
}
function Add-CsvVolumes {
    param([Parameter(Mandatory)] [hashtable] $Run)
    if ($null -eq $Run.Cluster -or $null -eq $Run.Cluster['csvs']) { return }
    foreach ($csv in $Run.Cluster['csvs']) {
        $found = $null
        foreach ($volume in $Run.Volumes) { if ($null -ne $csv['volumeId'] -and "$($volume['uniqueId'])" -eq $csv['volumeId']) { $found = $volume } }
        if ($null -eq $found) {
            $found = [ordered]@{ path = $null; uniqueId = $csv['volumeId']; fileSystem = $null; fileSystemDetail = $null; capacityBytes = $null; freeBytes = $null; isCsv = $true; isDedup = $null; blockSize = $null; driveType = 'Fixed'; busType = $null; storageReplica = $null }
            $Run.Volumes.Add($found)
        }
        $found['path'] = $csv['volumePath']
        $found['isCsv'] = $true
        $extra = $Run.CsvExtras["$($csv['volumePath'])"]
        if ($null -eq $extra) { continue }
        if ($null -eq $found['capacityBytes']) { $found['capacityBytes'] = $extra.Size }
        if ($null -eq $found['freeBytes']) { $found['freeBytes'] = $extra.Free }
        if ("$($extra.FileSystem)" -like 'CSVFS_*') { $found['fileSystem'] = 'CSVFS'; $found['fileSystemDetail'] = $extra.FileSystem }
        elseif ($null -eq $found['fileSystem']) { $found['fileSystem'] = $extra.FileSystem; $found['fileSystemDetail'] = $extra.FileSystem }
    }
}
function Add-GuestPools {
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [Collections.IDictionary] $Facts)
    $Facts['storageSpacesOutsideMembers'] = $null
    $Facts['storagePools'] = $null
    if ($null -eq $Raw['Pool'] -or $null -ne $Raw['Pool']['Fault']) { return }
    $disks = @{}
    foreach ($disk in Get-GuestRows $Raw 'PhysicalDisk') { $disks["$(ConvertTo-GuidText $disk['ObjectId'] -Last)"] = $disk }
    $outside = 0
    $pools = [Collections.Generic.List[object]]::new()
    foreach ($pool in Get-GuestRows $Raw 'Pool') {
        if ($pool['IsPrimordial'] -or $pools.Count -ge 64) { continue }
        $members = [Collections.Generic.List[object]]::new()
        $id = "$(ConvertTo-GuidText $pool['ObjectId'] -Last)"
        foreach ($link in Get-GuestRows $Raw 'PoolMember') {
            if ($id -eq '' -or "$(ConvertTo-GuidText $link['StoragePool'] -Last)" -ne $id) { continue }
            $disk = $disks["$(ConvertTo-GuidText $link['PhysicalDisk'] -Last)"]
            if ($null -eq $disk) { continue }
            $bus = Get-BusName $disk['BusType']
            if ('iSCSI', 'Fibre Channel', 'NVMe', 'SATA', 'ATA', 'USB' -contains $bus) { $outside++ }
            $members.Add([ordered]@{ name = Limit-Text $disk['FriendlyName'] 512; busType = $bus })
        }
        if ($members.Count -eq 0) { return }
        $pools.Add([ordered]@{ name = Limit-Text $pool['FriendlyName'] 512; members = $members })
    }
    $Facts['storageSpacesOutsideMembers'] = $outside
    $Facts['storagePools'] = $pools
}
function Add-JsonValue {
    param($Builder, $Value, $Depth)
    if ($null -eq $Value) { [void] $Builder.Append('null'); return }
    if ($Value -is [string]) { [void] $Builder.Append((Format-JsonText $Value)); return }
    if ($Value -is [bool]) { [void] $Builder.Append($(if ($Value) { 'true' } else { 'false' })); return }
    if ($Depth -gt 24) { throw [InvalidOperationException]::new('The value is nested more than 24 deep.') }
    if ($Value -is [Collections.IDictionary]) {
        [void] $Builder.Append('{')
        $first = $true
        foreach ($key in $Value.Keys) {
            if ($first) { $first = $false } else { [void] $Builder.Append(',') }
            [void] $Builder.Append((Format-JsonText ([string] $key))).Append(':')
            $inner = $Value[$key]
            if ($null -eq $inner) { [void] $Builder.Append('null') }
            elseif ($inner -is [string]) { [void] $Builder.Append((Format-JsonText $inner)) }
            else { Add-JsonValue $Builder $inner ($Depth + 1) }
        }
        [void] $Builder.Append('}')
        return
    }
    if ($Value -is [Collections.IEnumerable]) {
        [void] $Builder.Append('[')
        $first = $true
        foreach ($entry in $Value) {
            if ($first) { $first = $false } else { [void] $Builder.Append(',') }
            Add-JsonValue $Builder $entry ($Depth + 1)
        }
        [void] $Builder.Append(']')
        return
    }
    if ($Value -is [DateTime]) { [void] $Builder.Append('"').Append((Format-Instant $Value)).Append('"'); return }
    if ($Value -is [Guid]) { [void] $Builder.Append('"').Append($Value.ToString()).Append('"'); return }
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [uint32] -or $Value -is [uint64] -or $Value -is [int16] -or $Value -is [uint16] -or $Value -is [byte]) {
        [void] $Builder.Append($Value.ToString([Globalization.CultureInfo]::InvariantCulture))
        return
    }
    if ($Value -is [double] -or $Value -is [single] -or $Value -is [decimal]) {
        if ([double]::IsNaN($Value) -or [double]::IsInfinity($Value)) { [void] $Builder.Append('null') }
        else { [void] $Builder.Append(([double] $Value).ToString('R', [Globalization.CultureInfo]::InvariantCulture)) }
        return
    }
    if ($Value -is [Management.Automation.PSCustomObject]) {
        $fields = [ordered]@{}
        foreach ($property in $Value.PSObject.Properties) { $fields[$property.Name] = $property.Value }
        Add-JsonValue $Builder $fields $Depth
        return
    }
    [void] $Builder.Append((Format-JsonText ([string] $Value)))
}
function Add-LegacyVm {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Id, [Parameter(Mandatory)] $System, $Setting, $Folder)
    $states = @{
        '2' = 'Running'; '3' = 'Off'; '4' = 'Stopping'; '6' = 'Saved'; '9' = 'Paused'; '10' = 'Starting'; '11' = 'Reset'
        '32768' = 'Paused'; '32769' = 'Saved'; '32770' = 'Starting'; '32773' = 'Saving'; '32774' = 'Stopping'; '32776' = 'Pausing'; '32777' = 'Resuming'
    }
    $words = @{
        '2' = 'Ok'; '3' = 'Degraded'; '5' = 'PredictiveFailure'; '10' = 'Stopped'; '11' = 'InService'; '15' = 'Dormant'; '16' = 'SupportingEntityInError'
        '32768' = 'CreatingSnapshot'; '32769' = 'ApplyingSnapshot'; '32770' = 'DeletingSnapshot'; '32771' = 'WaitingToStart'; '32772' = 'MergingDisks'; '32773' = 'ExportingVirtualMachine'; '32774' = 'MigratingVirtualMachine'
        '32776' = 'BackingUpVirtualMachine'; '32777' = 'ModifyingUpVirtualMachine'; '32778' = 'StorageMigrationPhaseOne'; '32779' = 'StorageMigrationPhaseTwo'
    }
    $absent = [Collections.Generic.List[object]]::new()
    $raw = ConvertTo-Whole (Get-Value $System 'EnabledState')
    $state = ConvertTo-Word $raw $states
    $running = $state -eq 'Running'
    $status = @(Get-Value $System 'OperationalStatus')
    $time = Get-Value $System 'LastSuccessfulBackupTime'
    $old = $Run.Space -eq 'root/virtualization'
    $facts = [ordered]@{
        id = $Id; name = "$(Get-Value $System 'ElementName')"; observedAt = $null; generation = 1
        version = $(if ($null -ne $Setting) { Limit-Text (Get-Value $Setting 'Version') 64 } else { $null }); isClustered = $null
        state = $state; stateRaw = $raw; operational = @(if ($null -ne $status[0]) { ConvertTo-Word $status[0] $words })
        secondaryOperational = $(if ($status.Count -gt 1) { ConvertTo-Word $status[1] $words } else { $null }); operationSince = $null
        healthState = ConvertTo-Word (Get-Value $System 'HealthState') @{ '5' = 'Ok'; '20' = 'MajorFailure'; '25' = 'CriticalFailure' }
        uptimeSeconds = $null; heartbeat = $null; lastSuccessfulBackupTime = $null; incrementalBackupEnabled = $null
    }
    $up = ConvertTo-Whole (Get-Value $System 'OnTimeInMilliseconds')
    if ($null -ne $up) { $facts['uptimeSeconds'] = [long] [Math]::Floor($up / 1000) }
    if ($time -is [DateTime] -and $time.Year -gt 1601) { $facts['lastSuccessfulBackupTime'] = Format-Instant $time }
    else { Add-Absent -To $absent -Fact 'lastSuccessfulBackupTime' -Reason $(if ($old) { 'not-supported' } else { 'empty' }) }
    if ($facts['name'].Length -gt 512) { $facts['name'] = $facts['name'].Substring(0, 512) }
    if ($null -eq $facts['version']) { Add-Absent -To $absent -Fact 'version' -Reason $(if ($old) { 'not-supported' } else { 'error' }) }
    if ($null -eq $facts['secondaryOperational']) { Add-Absent -To $absent -Fact 'secondaryOperational' -Reason 'empty' }
    if (-not $Run.IsClusterNode -and $null -ne $Run.Host['isClusterNode']) { $facts['isClustered'] = $false }
    else { Add-Absent -To $absent -Fact 'isClustered' -Reason 'not-collected' -Text 'Cluster roles are read on the node itself.' }
    $location = if ($null -ne $Folder) { Limit-Text $Folder.Config 1024 } else { $null }
    $snapshots = if ($null -ne $Folder) { Limit-Text $Folder.Snapshots 1024 } else { $null }
    $facts['snapshotFileLocation'] = $(if ($null -ne $snapshots) { $snapshots } else { $location })
    $facts['configLocation'] = $location
    foreach ($fact in 'acl', 'orphanFiles', 'memoryAssignedBytes', 'processorCount', 'vssComponent') { $facts[$fact] = $null; Add-Absent -To $absent -Fact $fact -Reason 'not-collected' -Text 'It is not read over WMI.' }
    Add-Absent -To $absent -Fact 'operationSince' -Reason $(if ($null -eq $facts['secondaryOperational']) { 'not-applicable' } else { 'not-collected' })
    foreach ($fact in 'vmGroups', 'checkpointType', 'automaticCheckpoints', 'security', 'assignableDevices', 'gpuPartitions', 'lastReferencePoint', 'incrementalBackupEnabled') { $facts[$fact] = $null; Add-Absent -To $absent -Fact $fact -Reason 'not-applicable' }
    Set-LegacyReplica -Facts $facts -Absent $absent -System $System -Old $old
    foreach ($later in 'product', 'controllers', 'fibreChannelHbas', 'integration', 'icVersionHostView', 'disks', 'checkpoints', 'guest') { $facts[$later] = $null }
    Set-VmProduct -Run $Run -Facts $facts -Absent $absent
    $Run.Vms[$Id] = @{ Id = $Id; Facts = $facts; Absent = $absent; Live = $null; Running = $running }
}
function Add-SectionErrors {
    param([Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Result, [switch] $Incomplete, [switch] $All)
    if ($Incomplete -and $Result.Errors.Count -gt 0) { $Section.Complete = $false }
    foreach ($cause in $Result.Errors) {
        if ($cause.Reason -eq 'other-node') { continue }
        if ($cause.Reason -eq 'not-supported' -and -not $All) { continue }
        if ($Section.Errors.Count -ge 60) { return }
        $told = [ordered]@{ reason = $cause.Reason; text = $cause.Text }
        if ($cause.Mend) { $told['mend'] = $cause.Mend }
        $Section.Errors.Add($told)
    }
}
function Add-Vm {
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
function Assert-QuiesceFullLanguage {
    [CmdletBinding()]
    param([string] $Mode = "$($ExecutionContext.SessionState.LanguageMode)")
    if ($Mode -eq 'FullLanguage') { return }
    throw "PowerShell is in $Mode here, and Quiesce reads through .NET, which only FullLanguage allows. Sign the module with a certificate that the application control policy of this machine trusts (collector/README.md, Signing); it then runs in FullLanguage. Nothing was read."
}
function Close-Section {
    param([Parameter(Mandatory)] [hashtable] $Section)
    $Section.Ms += [long] ([DateTime]::UtcNow - $Section.Began).TotalMilliseconds
}
function ConvertFrom-CimXml {
    param([string] $Xml)
    $values = @{}
    $settings = [Xml.XmlReaderSettings]::new()
    $settings.DtdProcessing = [Xml.DtdProcessing]::Prohibit
    $settings.XmlResolver = $null
    $settings.MaxCharactersInDocument = 1048576
    $document = [Xml.XmlDocument]::new()
    $document.XmlResolver = $null
    try { $document.Load([Xml.XmlReader]::Create([IO.StringReader]::new($Xml), $settings)) }
    catch { return $values }
    foreach ($property in $document.SelectNodes('/INSTANCE/PROPERTY')) {
        $value = $property.SelectSingleNode('VALUE')
        if ($null -ne $value) { $values[$property.GetAttribute('NAME')] = $value.InnerText }
    }
    return $values
}
function ConvertFrom-ComponentList {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Line)
    $methods = @{
        'Backup Using Child Partition Snapshot' = 'online'; 'Online' = 'online'
        'Backup Using Saved State' = 'saved-state'; 'Offline' = 'saved-state'
    }
    $components = @{}
    $inside = $false
    $id = $null
    $place = 0
    foreach ($text in $Line) {
        $plain = "$text".Trim()
        if ($plain -eq '') { continue }
        if ($plain.StartsWith('*')) { $inside = $false; $id = $null; continue }
        if ($plain -match '(?i)\{66841cd4-6ded-4f4b-8f17-fd23f8ddc3de\}') { $inside = $true; continue }
        if (-not $inside) { continue }
        if ($plain.StartsWith('+') -or $plain -match '^-\s*[^:\uFF1A"]+"[^"]*:\\[^"]*"\s*$') {
            $id = if ($plain -match '\\(?<id>[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"?\s*$') { $Matches['id'].ToLowerInvariant() } else { $null }
            $place = 0
            continue
        }
        if ($null -eq $id -or -not $plain.StartsWith('-')) { continue }
        $place++
        if ($place -ne 4) { continue }
        $cut = $plain.IndexOfAny([char[]] (':', [char] 0xFF1A))
        if ($cut -lt 0) { continue }
        $caption = $plain.Substring($cut + 1).Trim().Trim("'")
        if ($caption -eq '' -or $components.ContainsKey($id)) { continue }
        $end = $caption.IndexOf('\')
        $word = if ($end -gt 0) { $caption.Substring(0, $end) } else { $caption }
        $components[$id] = [ordered]@{ raw = Limit-Text $caption 2000; method = $(if ($methods.ContainsKey($word)) { $methods[$word] } else { 'unknown' }) }
    }
    return $components
}
function ConvertFrom-GuestText {
    param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [string] $Evidence)
    $raw = ConvertFrom-QuiesceJson -Text $Text -MostValues 25000
    if ($raw -isnot [Collections.IDictionary]) { throw [FormatException]::new('One JSON object is expected.') }
    $facts = Select-GuestValue $raw (Get-GuestShape)
    $facts['evidence'] = $Evidence
    if ($facts.Contains('services') -and $null -ne $facts['services']) { [void] $facts['services'].RemoveAll({ param($service) $null -eq $service['name'] }) }
    if ($facts.Contains('guestCluster') -and $null -ne $facts['guestCluster'] -and ($null -eq $facts['guestCluster']['member'] -or $null -eq $facts['guestCluster']['csv'])) { $facts['guestCluster'] = $null }
    $absent = [Collections.Generic.List[object]]::new()
    $known = 'empty', 'not-applicable', 'not-collected', 'permission-denied', 'unreachable', 'not-supported', 'timed-out', 'error'
    if ($raw.Contains('absent') -and $raw['absent'] -is [Collections.Generic.List[object]]) {
        foreach ($note in $raw['absent']) {
            if ($note -isnot [Collections.IDictionary] -or "$($note['fact'])" -cnotmatch '^[A-Za-z][A-Za-z0-9.\[\]]{0,200}$' -or $known -notcontains "$($note['reason'])" -or $absent.Count -ge 200) { continue }
            Add-Absent -To $absent -Fact "guest.$($note['fact'])" -Reason "$($note['reason'])" -Text $note['text']
        }
    }
    return @{ Facts = $facts; Absent = $absent }
}
function ConvertFrom-KvpIntrinsic {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Items)
    if ($Items.Count -eq 0 -or ("$($Items['OSName'])" -eq '' -and "$($Items['OSVersion'])" -eq '')) { return $null }
    $name = Limit-Text $Items['OSName'] 512
    $version = Limit-Text $Items['OSVersion'] 64
    $family = 'other'
    if ("$($Items['OSPlatformId'])" -eq '2' -or "$($Items['OSPlatformId'])" -eq '1' -or "$name" -match '^(Microsoft )?Windows|^Hyper-V Server') { $family = 'windows' }
    elseif ("$name" -match 'BSD') { $family = 'bsd' }
    elseif ("$name" -match '(?i)linux|ubuntu|debian|centos|red ?hat|rhel|fedora|suse|sles|rocky|alma|photon|kali|gentoo|alpine|flatcar|coreos|mariner' -or "$version" -match '^[2-9]\.\d+\.\d+') { $family = 'linux' }
    $product = $null
    if ("$($Items['ProductType'])" -match '^[123]$') { $product = [int] $Items['ProductType'] }
    return [ordered]@{
        evidence = 'kvp'; collectedAt = $null; osFamily = $family; osName = $name; osVersion = $version; productType = $product
        integrationServicesVersion = Limit-Text $Items['IntegrationServicesVersion'] 64
    }
}
function ConvertFrom-KvpItem {
    param([string] $Xml)
    if ($Xml.Length -gt 65536) { return $null }
    $values = ConvertFrom-CimXml -Xml $Xml
    if (-not $values.ContainsKey('Name')) { return $null }
    return @{ Name = $values['Name']; Data = "$($values['Data'])" }
}
function ConvertFrom-QuiesceJson {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text, [int] $MostValues = 100000)
    if ($Text.Length -gt 1048576) { throw [FormatException]::new('The JSON text is longer than 1 MiB.') }
    $cursor = @{ Text = $Text; At = 0; Values = 0; Most = $MostValues }
    $value = Read-JsonValue $cursor 0
    Skip-JsonSpace $cursor
    if ($cursor.At -lt $Text.Length) { throw [FormatException]::new("Text after the end of the JSON value at position $($cursor.At).") }
    return , $value
}
function ConvertFrom-WriterList {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Line)
    $lines = @(foreach ($text in $Line) { if ("$text".Trim() -ne '') { "$text".Trim() } })
    $blocks = [Collections.Generic.List[object]]::new()
    for ($at = 1; $at -lt $lines.Count; $at++) {
        $id = ConvertTo-GuidText $lines[$at]
        if ($null -eq $id -or $lines[$at] -notmatch '\{[0-9A-Fa-f-]{36}\}\s*$') { continue }
        $name = if ($lines[$at - 1] -match "[:\uFF1A]\s*['\u2018\u00AB\u201C\u201E""](?<name>.*)['\u2019\u00BB\u201D\u201C""]\s*$") { $Matches['name'].Trim() } else { $null }
        if ($null -eq $name) { continue }
        $block = @{ Id = $id; Name = $name; State = $null; Last = $null }
        for ($ahead = $at + 1; $ahead -lt [Math]::Min($at + 5, $lines.Count); $ahead++) {
            if ($null -eq $block.State) {
                if ($lines[$ahead] -match '\[(?<number>\d{1,3})\]') { $block.State = [int] $Matches['number'] }
            }
            else {
                $cut = $lines[$ahead].IndexOfAny([char[]] (':', [char] 0xFF1A))
                if ($cut -ge 0) { $block.Last = $lines[$ahead].Substring($cut + 1).Trim() }
                break
            }
        }
        $blocks.Add($block)
    }
    $share = @{}
    $stable = 0
    $failed = @{}
    foreach ($block in $blocks) {
        if ($null -eq $block.Last -or $null -eq $block.State) { continue }
        if ($block.State -eq 1) { $stable++; $share[$block.Last] = 1 + [int] $share[$block.Last] }
        elseif ($block.State -ge 6) { $failed[$block.Last] = $true }
    }
    $none = @{ 'No error' = $true }
    $unclear = @{}
    foreach ($text in $share.Keys) {
        if ($stable -lt 3 -or $share[$text] * 2 -le $stable) { continue }
        if ($failed.ContainsKey($text)) { $unclear[$text] = $true } else { $none[$text] = $true }
    }
    foreach ($block in $blocks) {
        $last = if ($null -eq $block.Last -or $block.Last -eq '') { $null } elseif ($none.ContainsKey($block.Last)) { 'none' } elseif ($unclear.ContainsKey($block.Last)) { $null } else { Limit-Text $block.Last 2000 }
        [ordered]@{ id = $block.Id; name = Limit-Text $block.Name 512; state = $block.State; lastError = $last }
    }
}
function ConvertTo-ComponentFacts {
    param([Parameter(Mandatory)] $Row, [Parameter(Mandatory)] [hashtable] $Vm, [int] $At)
    $words = @{ '2' = 'Ok'; '3' = 'Degraded'; '6' = 'Error'; '7' = 'NonRecoverableError'; '12' = 'NoContact'; '13' = 'LostCommunication'; '32775' = 'ProtocolMismatch'; '32782' = 'ApplicationCritical'; '32783' = 'CommunicationTimedOut'; '32784' = 'CommunicationFailed'; '32896' = 'Disabled' }
    $id = ConvertTo-GuidText (Get-Value $Row 'Id') -Last
    $enabled = Get-Value $Row 'Enabled'
    $primary = ConvertTo-Word (Get-Value $Row 'PrimaryOperationalStatus') $words
    $secondary = ConvertTo-Word (Get-Value $Row 'SecondaryOperationalStatus') $words
    if ($null -eq $primary) { Add-Absent -To $Vm.Absent -Fact "integration[$At].primaryStatus" -Reason $(if ($Vm.Running) { 'empty' } else { 'vm-off' }) }
    return [ordered]@{
        componentId = $id; role = $(if ($null -ne $id) { (Get-ComponentRoles)[$id] } else { $null }); enabled = $(if ($null -eq $enabled) { $null } else { [bool] $enabled })
        primaryStatus = $primary; secondaryStatus = $secondary; statusText = Limit-Text (Get-Value $Row 'PrimaryStatusDescription') 512
    }
}
function ConvertTo-DeviceFacts {
    param([Parameter(Mandatory)] $Row)
    $hint = "$(Get-Value $Row 'InstanceID') $(Get-Value $Row 'Name') $(@(Get-Value $Row 'CompatibleId') -join ' ')"
    $class = 'other'
    if ($hint -match 'CC_01') { $class = 'storage' } elseif ($hint -match 'CC_02') { $class = 'network' } elseif ($hint -match 'CC_03') { $class = 'gpu' }
    elseif ($hint -match '(?i)\bNVMe\b|NVM Express') { $class = 'storage' }
    else { $class = $null }
    return [ordered]@{ class = $class; locationPath = Limit-Text (Get-Value $Row 'LocationPath') 1024 }
}
function ConvertTo-DiskFacts {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Drive)
    $path = Limit-Text (Get-Value $Drive 'Path') 1024
    $number = ConvertTo-Whole (Get-Value $Drive 'DiskNumber')
    $controller = ConvertTo-Word (Get-Value $Drive 'ControllerType') @{ '0' = 'IDE'; '1' = 'SCSI'; '2' = 'PMEM' }
    $extension = if ($null -ne $path -and $null -eq $number) { [IO.Path]::GetExtension($path).ToLowerInvariant() } else { '' }
    $kind = if ($null -ne $number) { 'passthrough' } elseif ($controller -eq 'PMEM' -or $extension -eq '.vhdpmem') { 'pmem' } elseif ($extension -eq '.vhds') { 'vhdset' } elseif ($null -eq $path) { $null } else { 'vhd' }
    $shared = Get-Value $Drive 'SupportPersistentReservations'
    $volume = if ($kind -eq 'passthrough') { $null } else { Get-HostVolume -Run $Run -Path $path }
    return [ordered]@{
        controllerType = $controller; controllerNumber = ConvertTo-Whole (Get-Value $Drive 'ControllerNumber'); lun = ConvertTo-Whole (Get-Value $Drive 'ControllerLocation')
        kind = $kind; path = $path; diskNumber = $number; persistentReservations = $null -ne $shared -and [bool] $shared
        hostVolumeId = $(if ($null -ne $volume) { $volume['uniqueId'] } else { $null }); isSmb = "$path".StartsWith('\\') -and -not "$path".StartsWith('\\?\') -and -not "$path".StartsWith('\\.\')
        format = $null; type = $null; sizeBytes = $null; fileBytes = $null; logicalSector = $null; physicalSector = $null; alignment = $null; chain = $null; chainError = $null; guestCluster = $null
    }
}
function ConvertTo-GuestFacts {
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [string] $Evidence)
    $absent = [Collections.Generic.List[object]]::new()
    $facts = [ordered]@{ evidence = $Evidence; collectedAt = Format-Instant ([DateTime]::UtcNow); osFamily = 'windows'; osName = $null; osVersion = $null; productType = $null }
    foreach ($os in Get-GuestRows $Raw 'Os') {
        $facts['osName'] = Limit-Text $os['Caption'] 512
        $facts['osVersion'] = Limit-Text $os['Version'] 64
        $facts['productType'] = ConvertTo-Whole $os['ProductType']
    }
    $facts['integrationServicesVersion'] = Limit-Text $Raw['Components'] 64
    $wanted = 'EventSystem', 'MSDTC', 'RpcSs', 'SENS', 'VSS', 'COMSysApp', 'swprv', 'vmicvss', 'vmicheartbeat', 'vmickvpexchange'
    $services = @(foreach ($row in Get-GuestRows $Raw 'Service') { if ($wanted -contains $row['Name']) { [ordered]@{ name = "$($row['Name'])"; state = Limit-Text $row['State'] 64; startMode = Limit-Text $row['StartMode'] 64 } } })
    $facts['services'] = if (@(Get-GuestRows $Raw 'Service').Count -gt 0) { , $services } else { $null }
    $writers = @(ConvertFrom-WriterList -Line @($Raw['Writers']))
    $facts['vssWriters'] = if ($writers.Count -gt 0) { , $writers } else { $null }
    if ($writers.Count -eq 0) { Add-Absent -To $absent -Fact 'guest.vssWriters' -Reason 'permission-denied' -Text 'vssadmin list writers names no writer: the account is not elevated in the guest.' }
    $providers = @(foreach ($row in Get-GuestRows $Raw 'Provider') { [pscustomobject] $row })
    $facts['vssProviders'] = if ($providers.Count -gt 0) { , @(ConvertTo-ProviderFacts -Row $providers) } else { $null }
    $facts['volumes'] = ConvertTo-GuestVolumes -Raw $Raw -Absent $absent
    $facts['minDiffAreaMb'] = ConvertTo-Whole $Raw['MinDiffAreaMb']
    if ($null -eq $facts['minDiffAreaMb']) { Add-Absent -To $absent -Fact 'guest.minDiffAreaMb' -Reason 'empty' }
    $facts['iscsiSessions'] = Get-GuestCount -Raw $Raw -Part 'Iscsi'
    $facts['smbDataMounts'] = Get-GuestCount -Raw $Raw -Part 'Smb'
    Add-GuestPools -Raw $Raw -Facts $facts
    $unsure = foreach ($part in 'Cluster', 'ClusterVolume') { $reason = Get-GuestFault -Raw $Raw -Part $part; if ($null -ne $reason -and $reason -ne 'not-supported') { $part } }
    if ($null -eq $unsure) { $facts['guestCluster'] = [ordered]@{ member = @(Get-GuestRows $Raw 'Cluster').Count -gt 0; csv = @(Get-GuestRows $Raw 'ClusterVolume').Count -gt 0 } }
    else { $facts['guestCluster'] = $null }
    $parts = [ordered]@{ osVersion = 'Os'; services = 'Service'; vssProviders = 'Provider'; volumes = 'Volume'; iscsiSessions = 'Iscsi'; smbDataMounts = 'Smb'; storagePools = 'Pool'; storageSpacesOutsideMembers = 'Pool'; guestCluster = 'Cluster' }
    foreach ($fact in $parts.Keys) {
        if ($null -ne $facts[$fact]) { continue }
        $fault = if ($null -ne $Raw[$parts[$fact]]) { $Raw[$parts[$fact]]['Fault'] } else { $null }
        $reason = Get-GuestFault -Raw $Raw -Part $parts[$fact]
        Add-Absent -To $absent -Fact "guest.$fact" -Reason $(if ($null -eq $reason) { 'error' } else { $reason }) -Text $fault
    }
    return @{ Facts = $facts; Absent = $absent }
}
function ConvertTo-GuestVolumes {
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent)
    $rows = @(foreach ($row in Get-GuestRows $Raw 'Volume') { if ("$($row['DriveType'])" -eq '3') { $row } })
    if ($rows.Count -eq 0) { return $null }
    $partitions = @{}
    foreach ($partition in Get-GuestRows $Raw 'Partition') { foreach ($path in @($partition['AccessPaths'])) { if ("$path" -like '\\?\Volume{*') { $partitions["$path".ToLowerInvariant()] = $partition } } }
    $buses = @{}
    foreach ($disk in Get-GuestRows $Raw 'Disk') { $buses["$($disk['Number'])"] = Get-BusName $disk['BusType'] }
    $dynamic = Test-DynamicDisk -Raw $Raw
    $mounts = @{}
    foreach ($mount in Get-GuestRows $Raw 'MountPoint') {
        $volume = ConvertTo-GuidText $mount['Volume']
        if ($null -eq $volume -or "$($mount['Directory'])" -notmatch 'Name\s*=\s*"(?<path>[^"]+)"') { continue }
        if (-not $mounts.ContainsKey($volume)) { $mounts[$volume] = [Collections.Generic.List[string]]::new() }
        $mounts[$volume].Add($Matches['path'].Replace('\\', '\'))
    }
    $storage = @{}
    foreach ($area in Get-GuestRows $Raw 'ShadowStorage') { $storage["$(ConvertTo-GuidText $area['Volume'])"] = $area }
    $copies = @{}
    foreach ($copy in Get-GuestRows $Raw 'ShadowCopy') { $id = "$(ConvertTo-GuidText $copy['VolumeName'])"; $copies[$id] = 1 + [int] $copies[$id] }
    $locks = @{}
    foreach ($lock in Get-GuestRows $Raw 'BitLocker') { $locks["$(ConvertTo-GuidText $lock['DeviceID'])"] = "$($lock['ProtectionStatus'])" }
    $list = [Collections.Generic.List[object]]::new()
    foreach ($row in $rows) {
        if ($list.Count -ge 1000) { break }
        $device = Limit-Text $row['DeviceID'] 1024
        $id = "$(ConvertTo-GuidText $device)"
        $partition = $partitions["$device".ToLowerInvariant()]
        $at = $list.Count
        $area = $storage[$id]
        $facts = [ordered]@{
            deviceId = $device; driveLetter = $(if ($row['DriveLetter']) { Limit-Text $row['DriveLetter'] 64 } else { '' }); mountPaths = @(foreach ($folder in $mounts[$id]) { $folder })
            fileSystem = Limit-Text $row['FileSystem'] 64; capacityBytes = ConvertTo-Whole $row['Capacity']; freeBytes = ConvertTo-Whole $row['FreeSpace']
            partitionRole = Get-PartitionRole -Partition $partition -Volume $row
            isDynamic = $(if ($null -ne $partition) { Test-LdmPartition $partition } else { $dynamic })
            busType = $(if ($null -ne $partition) { $buses["$($partition['DiskNumber'])"] } else { $null })
            bitlocker = 'off'; diffAreaVolume = 'none'; diffAreaMaxBytes = 0; shadowCopies = [int] $copies[$id]
        }
        if ($locks.ContainsKey($id)) { $facts['bitlocker'] = switch ($locks[$id]) { '0' { 'off' } '1' { 'unlocked' } '2' { 'locked' } default { 'unknown' } } }
        if ($null -ne $area) {
            $facts['diffAreaVolume'] = if ("$(ConvertTo-GuidText $area['DiffVolume'])" -eq $id) { 'same' } else { 'other' }
            $most = ConvertTo-Whole $area['MaxSpace']
            $facts['diffAreaMaxBytes'] = if ($null -eq $most) { 0 } else { $most }
        }
        if ($null -eq $facts['isDynamic']) { Add-Absent -To $Absent -Fact "guest.volumes[$at].isDynamic" -Reason 'not-supported' -Text 'This Windows does not tell the type of the partition by number' }
        foreach ($pair in @(@('ShadowStorage', 'diffAreaVolume'), @('ShadowStorage', 'diffAreaMaxBytes'), @('ShadowCopy', 'shadowCopies'), @('MountPoint', 'mountPaths'), @('BitLocker', 'bitlocker'))) {
            $reason = Get-GuestFault -Raw $Raw -Part $pair[0]
            if ($null -eq $reason -or ($pair[0] -eq 'BitLocker' -and $reason -eq 'not-supported')) { continue }
            $facts[$pair[1]] = $null
            Add-Absent -To $Absent -Fact "guest.volumes[$at].$($pair[1])" -Reason $reason -Text $Raw[$pair[0]]['Fault']
        }
        $list.Add($facts)
    }
    return , $list
}
function ConvertTo-GuidText {
    param($Text, [switch] $Last)
    $found = [regex]::Matches("$Text", '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}')
    if ($found.Count -eq 0) { return $null }
    return $found[$(if ($Last) { $found.Count - 1 } else { 0 })].Value.ToLowerInvariant()
}
function ConvertTo-LegacyDisk {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Disk, [Parameter(Mandatory)] [hashtable] $Rows)
    $drive = if ($Disk.IsPhysical) { $Disk.Row } else { Get-ParentSetting -Row $Disk.Row -Rows $Rows }
    $controller = if ($null -ne $drive) { Get-ParentSetting -Row $drive -Rows $Rows } else { $null }
    $kind = "$(Get-Value $controller 'ResourceSubType')"
    $source = @(Get-Value $Disk.Row 'Connection')[0]
    if ($null -eq $source) { $source = @(Get-Value $Disk.Row 'HostResource')[0] }
    $number = $null
    $path = Limit-Text $source 1024
    if ($Disk.IsPhysical) {
        if ("$source" -match '\\\\?(?<number>\d+)"?\s*$') { $number = [int] $Matches['number'] }
        $path = $null
    }
    $volume = Get-HostVolume -Run $Run -Path $path
    return [ordered]@{
        controllerType = $(if ($kind -like '*IDE*') { 'IDE' } elseif ($kind -like '*SCSI*') { 'SCSI' } else { $null }); controllerNumber = ConvertTo-Whole (Get-Value $controller 'Address'); lun = ConvertTo-Whole (Get-Value $drive 'Address')
        kind = $(if ($Disk.IsPhysical) { 'passthrough' } else { 'vhd' }); path = $path; diskNumber = $number; persistentReservations = $false
        hostVolumeId = $(if ($null -ne $volume) { $volume['uniqueId'] } else { $null }); isSmb = "$path".StartsWith('\\')
        format = $null; type = $null; sizeBytes = $null; fileBytes = $null; logicalSector = $null; physicalSector = $null; alignment = $null; chain = $null; chainError = $null; guestCluster = $null
    }
}
function ConvertTo-ProviderFacts {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Row)
    $kinds = @{ '1' = 'system'; '2' = 'software'; '3' = 'hardware'; '4' = 'fileshare' }
    foreach ($provider in $Row) {
        [ordered]@{ name = Limit-Text (Get-Value $provider 'Name') 512; id = ConvertTo-GuidText (Get-Value $provider 'ID'); type = $kinds["$(Get-Value $provider 'Type')"] }
    }
}
function ConvertTo-QuiesceJson {
    param([Parameter(Mandatory)] [AllowNull()] $Value)
    $builder = [Text.StringBuilder]::new(65536)
    Add-JsonValue $builder $Value 0
    return $builder.ToString()
}
function ConvertTo-VolumeFacts {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Volume, [Parameter(Mandatory)] [hashtable] $Tables)
    $id = Limit-Text (Get-Value $Volume 'Path') 1000
    if ($null -eq $id) { $id = Limit-Text (Get-Value $Volume 'UniqueId') 1000 }
    $place = if ($null -ne $id) { $Tables.Places[$id.ToLowerInvariant()] } else { $null }
    $letter = "$(Get-Value $Volume 'DriveLetter')".Trim([char] 0, ' ')
    $root = if ($letter -match '^[A-Za-z]$') { "$($letter.ToUpperInvariant()):\" } elseif ($null -ne $place -and $place.Folders.Count -gt 0) { $place.Folders[0] } else { $id }
    $system = ConvertTo-Word (Get-Value $Volume 'FileSystem')
    $detail = ConvertTo-Word (Get-Value $Volume 'FileSystemType')
    if ($null -eq $system -and $null -ne $detail) { $system = $detail }
    if ("$system" -like 'CSVFS_*') { $detail = $system; $system = 'CSVFS' }
    if ("$detail" -like 'CSVFS_*') { $system = 'CSVFS' }
    $keys = @("$root".TrimEnd('\').ToLowerInvariant(), "$id".TrimEnd('\').ToLowerInvariant())
    $deduplicated = if ($Tables.DedupFailed.Failed -and $Tables.DedupFailed.Errors[0].Reason -ne 'not-supported') { $null } else { $false }
    if ($system -eq 'ReFS' -and $Run.Build -ge 26100 -and $letter -match '^[A-Za-z]$') {
        $status = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'RefsDedup'; Volume = "${letter}:" }
        if ($status.Rows.Count -gt 0) { $deduplicated = [bool] (Get-Value $status.Rows[0] 'Enabled') }
    }
    $role = if ($Tables.ReplicaFailed.Failed -and $Tables.ReplicaFailed.Errors[0].Reason -ne 'not-supported') { $null } else { 'none' }
    foreach ($key in $keys) {
        if ($Tables.Dedup.ContainsKey($key)) { $deduplicated = $Tables.Dedup[$key] }
        if ($Tables.Replica.ContainsKey($key)) { $role = $Tables.Replica[$key] }
    }
    return [ordered]@{
        path = Limit-Text $root 1000; uniqueId = $id; fileSystem = $system; fileSystemDetail = $detail
        capacityBytes = ConvertTo-Whole (Get-Value $Volume 'Size'); freeBytes = ConvertTo-Whole (Get-Value $Volume 'SizeRemaining')
        isCsv = $system -eq 'CSVFS'
        isDedup = $deduplicated; blockSize = ConvertTo-Whole (Get-Value $Volume 'AllocationUnitSize')
        driveType = ConvertTo-Word (Get-Value $Volume 'DriveType') @{ '2' = 'Removable'; '3' = 'Fixed'; '4' = 'Remote'; '5' = 'CD-ROM' }
        busType = $(if ($null -ne $place) { $place.Bus } else { $null }); storageReplica = $role
    }
}
function ConvertTo-Whole {
    param($Value)
    if ($null -eq $Value -or "$Value" -eq '') { return $null }
    try { $number = [decimal] $Value } catch { return $null }
    if ($number -lt 0 -or $number -gt 9007199254740991) { return $null }
    return [long] [Math]::Floor($number)
}
function ConvertTo-Word {
    param($Value, [hashtable] $Names)
    $word = Limit-Text "$Value" 64
    if ($null -ne $word -and $null -ne $Names -and $Names.ContainsKey($word)) { return $Names[$word] }
    return $word
}
function Expand-GuestText {
    param([Parameter(Mandatory)] [string] $Base64)
    $source = [IO.MemoryStream]::new([Convert]::FromBase64String($Base64))
    $gzip = [IO.Compression.GZipStream]::new($source, [IO.Compression.CompressionMode]::Decompress)
    try {
        $buffer = [byte[]]::new(524289)
        $filled = 0
        while ($filled -lt $buffer.Length) {
            $got = $gzip.Read($buffer, $filled, $buffer.Length - $filled)
            if ($got -eq 0) { break }
            $filled += $got
        }
        if ($filled -gt 524288) { throw [IO.InvalidDataException]::new('It is larger than 512 KiB.') }
        return [Text.UTF8Encoding]::new($false, $true).GetString($buffer, 0, $filled)
    }
    finally { $gzip.Dispose(); $source.Dispose() }
}
function Format-Instant {
    param($Time)
    if ($null -eq $Time) { return $null }
    return ([DateTime] $Time).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [Globalization.CultureInfo]::InvariantCulture)
}
function Format-JsonText {
    param([string] $Text)
    if ($Text -cmatch '^[ !#-\[\]-~]*$') { return '"' + $Text + '"' }
    $builder = [Text.StringBuilder]::new($Text.Length + 16)
    [void] $builder.Append('"')
    for ($at = 0; $at -lt $Text.Length; $at++) {
        $letter = $Text[$at]
        $code = [int] $letter
        if ($code -eq 34) { [void] $builder.Append('\"') }
        elseif ($code -eq 92) { [void] $builder.Append('\\') }
        elseif ($code -ge 32 -and $code -le 126) { [void] $builder.Append($letter) }
        elseif ($code -eq 0) { [void] $builder.Append('\ufffd') }
        elseif ([char]::IsHighSurrogate($letter) -and $at + 1 -lt $Text.Length -and [char]::IsLowSurrogate($Text[$at + 1])) {
            [void] $builder.Append('\u').Append($code.ToString('x4')).Append('\u').Append(([int] $Text[$at + 1]).ToString('x4'))
            $at++
        }
        elseif ([char]::IsSurrogate($letter)) { [void] $builder.Append('\ufffd') }
        else { [void] $builder.Append('\u').Append($code.ToString('x4')) }
    }
    return $builder.Append('"').ToString()
}
function Format-QuiesceQuoted {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)
    "'" + ($Text -replace "['\u2018\u2019\u201a\u201b]", '$0$0') + "'"
}
function Get-AccessLevel {
    param([string] $Sddl, [string] $Sid)
    $level = 'none'
    $group = $false
    foreach ($entry in [regex]::Matches($Sddl, '\((?<kind>[A-Z]+);(?<flags>[A-Z]*);(?<rights>[^;]*);[^;]*;[^;]*;(?<who>[^;)]+)')) {
        $who = $entry.Groups['who'].Value
        if ($who -ne $Sid -and $who -ne 'S-1-5-83-0') { continue }
        if ($entry.Groups['kind'].Value -eq 'D') { return 'none' }
        if ($entry.Groups['kind'].Value -ne 'A' -or $entry.Groups['flags'].Value -match 'IO') { continue }
        if ($who -ne $Sid) { $group = $true; continue }
        $rights = $entry.Groups['rights'].Value
        if ($rights -eq 'FA' -or $rights -eq 'GA' -or $rights -match '^(?i)0x1f01ff$') { return 'full' }
        $level = 'some'
    }
    if ($level -eq 'none' -and $group) { return 'group' }
    return $level
}
function Get-At {
    param($Object, [string] $Name, [int] $At)
    $list = @(Get-Value $Object $Name)
    if ($At -ge $list.Count -or $null -eq $list[$At]) { return $null }
    return [bool] $list[$At]
}
function Get-BusName {
    param($Number)
    $names = @{ '1' = 'SCSI'; '2' = 'ATAPI'; '3' = 'ATA'; '4' = '1394'; '5' = 'SSA'; '6' = 'Fibre Channel'; '7' = 'USB'; '8' = 'RAID'; '9' = 'iSCSI'; '10' = 'SAS'; '11' = 'SATA'; '12' = 'SD'; '13' = 'MMC'; '15' = 'File Backed Virtual'; '16' = 'Spaces'; '17' = 'NVMe'; '18' = 'SCM' }
    return ConvertTo-Word $Number $names
}
function Get-ChainFault {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] $Cause, [Parameter(Mandatory)] [string] $Missing)
    if ($Cause.Reason -ne 'error') { return 'not-read' }
    $fault = if ($null -ne $Cause.Record) { $Cause.Record.Exception } else { $null }
    for ($depth = 0; $null -ne $fault -and $depth -lt 8; $depth++) {
        $number = [int64] $fault.HResult -band 0xFFFFFFFFL
        if (($number -band 0xFFFF0000L) -eq 0xC03A0000L) { return 'broken' }
        if ($number -eq 0x80070002L -or $fault -is [IO.FileNotFoundException]) { return $Missing }
        $fault = $fault.InnerException
    }
    $state = Invoke-Source -Run $Run -Reader 'Read-FileState' -With @{ Path = $Path }
    if ($state.Rows.Count -gt 0 -and $state.Rows[0] -eq 'missing') { return $Missing }
    return 'not-read'
}
function Get-ComponentRoles {
    param()
    @{
        '84eaae65-2f2e-45f5-9bb5-0e857dc8eb47' = 'heartbeat'
        '5ced1297-4598-4915-a5fc-ad21bb4d02a4' = 'vss'
        '2a34b1c2-fd73-4043-8a5b-dd2159bc743f' = 'kvp'
        '9f8233ac-be49-4c79-8ee3-e7e1985b2077' = 'shutdown'
        '2497f4de-e9fa-4204-80e4-4b75c46419c0' = 'timesync'
        '6c09bb55-d683-4da0-8931-c9bf705f6480' = 'guest-service-interface'
    }
}
function Get-ConsoleEncoding {
    param()
    try { return [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::CurrentCulture.TextInfo.OEMCodePage) }
    catch { return [Text.Encoding]::GetEncoding(28591) }
}
function Get-ErrorReason {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Record, [string] $Reader, [string] $Label)
    $reason = 'error'
    $fault = $Record.Exception
    $category = "$($Record.CategoryInfo.Category)"
    for ($depth = 0; $null -ne $fault -and $depth -lt 8; $depth++) {
        $number = [int64] $fault.HResult -band 0xFFFFFFFFL
        $native = "$(Get-Value $fault 'NativeErrorCode')"
        $status = Get-Value $fault 'StatusCode'
        if ($status -is [uint32] -and $status -ne 0) { $number = [int64] $status }
        if ($fault -is [Management.Automation.CommandNotFoundException]) { $reason = 'not-supported' }
        elseif ($fault -is [UnauthorizedAccessException] -or $number -eq 0x80070005L -or $number -eq 0x80041003L -or $number -eq 0x80338104L -or $native -eq 'AccessDenied' -or ($fault -is [ComponentModel.Win32Exception] -and $native -eq '5')) { $reason = 'permission-denied' }
        elseif ($fault -is [TimeoutException] -or $number -eq 0x80041069L -or $number -eq 0x800705B4L) { $reason = 'timed-out' }
        elseif ($number -eq 0x800706BAL -or $number -eq 0x800706BEL -or $number -eq 0x80070035L) { $reason = 'unreachable' }
        elseif ($number -eq 0x80041010L -or $number -eq 0x8004100EL -or $native -eq 'InvalidClass' -or $native -eq 'InvalidNamespace') { $reason = 'not-supported' }
        elseif ($number -eq 0x80070020L -and $Run.IsClusterNode) { $reason = 'other-node' }
        if ($reason -ne 'error') { break }
        $fault = $fault.InnerException
    }
    if ($reason -eq 'error') {
        if ($category -eq 'PermissionDenied' -or $category -eq 'SecurityError') { $reason = 'permission-denied' }
        elseif ($category -eq 'OperationTimeout') { $reason = 'timed-out' }
        elseif ($category -eq 'ConnectionError') { $reason = 'unreachable' }
    }
    $told = $Record.Exception
    while ($told -is [Management.Automation.MethodInvocationException] -and $null -ne $told.InnerException) { $told = $told.InnerException }
    return @{ Reason = $reason; Text = (Limit-Text "${Label}: $($told.Message)" 2000); Mend = (Get-Mend -Run $Run -Reason $reason -Reader $Reader -Label $Label); Record = $Record }
}
function Get-FailedVms {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Result)
    $failed = @{}
    $nameless = [Collections.Generic.List[object]]::new()
    foreach ($cause in $Result.Errors) {
        $target = if ($null -ne $cause.Record) { $cause.Record.TargetObject } else { $null }
        $id = ConvertTo-GuidText (Get-Value $target 'VMId')
        if ($null -eq $id) { $id = ConvertTo-GuidText (Get-Value $target 'Id') }
        if ($null -eq $id) { $id = ConvertTo-GuidText "$target" }
        if ($null -eq $id -or -not $Run.Vms.Contains($id)) { $nameless.Add($cause); continue }
        if (-not $failed.ContainsKey($id)) { $failed[$id] = @{ Label = $Result.Label; Errors = [Collections.Generic.List[object]]::new(); Rows = @(); Failed = $true } }
        $failed[$id].Errors.Add($cause)
    }
    if ($nameless.Count -eq 0) { return $failed }
    $brought = @{}
    foreach ($row in $Result.Rows) { $brought["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"] = $true }
    foreach ($id in $Run.Vms.Keys) {
        if (-not $failed.ContainsKey($id) -and -not $brought.ContainsKey($id)) { $failed[$id] = @{ Label = $Result.Label; Errors = $nameless; Rows = @(); Failed = $true } }
    }
    return $failed
}
function Get-GuestCount {
    param($Raw, [string] $Part)
    if ($null -eq $Raw[$Part] -or $null -ne $Raw[$Part]['Fault']) { return $null }
    return @(Get-GuestRows $Raw $Part).Count
}
function Get-GuestFault {
    param($Raw, [string] $Part)
    $answer = $Raw[$Part]
    if ($null -eq $answer) { return 'not-collected' }
    if ($null -eq $answer['Fault']) { return $null }
    $code = "$($answer['Code'])"
    if ($code -eq 'AccessDenied') { return 'permission-denied' }
    if ('InvalidNamespace', 'InvalidClass', 'NotFound' -contains $code) { return 'not-supported' }
    if ($code -eq 'TimedOut' -or $code -eq 'Timedout') { return 'timed-out' }
    return 'error'
}
function Get-GuestRows {
    param($Raw, [string] $Part)
    $answer = $Raw[$Part]
    if ($null -eq $answer -or $null -eq $answer['Rows']) { return }
    foreach ($row in @($answer['Rows'])) { if ($null -ne $row) { $row } }
}
function Get-GuestScript {
    param()
    return {
        function Read-GuestClass {
            param($class, $space, $properties)
            try {
                $cim = $null -ne (Get-Command -Name Get-CimInstance -ErrorAction SilentlyContinue)
                $rows = if ($cim) { Get-CimInstance -Namespace $space -ClassName $class -OperationTimeoutSec 60 -ErrorAction Stop } else { Get-WmiObject -Namespace $space -Class $class -ErrorAction Stop }
                $list = @()
                foreach ($row in $rows) {
                    $plain = @{}
                    foreach ($name in $properties) {
                        $value = $row.$name
                        $plain[$name] = if ($null -eq $value -or $value -is [array] -or $value -is [ValueType]) { $value } else { "$value" }
                    }
                    $list += $plain
                }
                @{ Rows = $list; Fault = $null }
            }
            catch {
                $fault = $_.Exception
                $code = ''
                foreach ($field in 'NativeErrorCode', 'ErrorCode') { if ($fault.PSObject.Properties[$field]) { $code = "$($fault.PSObject.Properties[$field].Value)" } }
                if ($fault -is [UnauthorizedAccessException]) { $code = 'AccessDenied' }
                @{ Rows = @(); Fault = "$($fault.Message)"; Code = $code }
            }
        }
        $root = 'root\cimv2'
        $storage = 'root\Microsoft\Windows\Storage'
        $answer = @{
            Os = Read-GuestClass 'Win32_OperatingSystem' $root @('Caption', 'Version', 'ProductType')
            Service = Read-GuestClass 'Win32_Service' $root @('Name', 'State', 'StartMode')
            Volume = Read-GuestClass 'Win32_Volume' $root @('DeviceID', 'DriveLetter', 'FileSystem', 'Capacity', 'FreeSpace', 'DriveType', 'SystemVolume', 'BootVolume')
            MountPoint = Read-GuestClass 'Win32_MountPoint' $root @('Directory', 'Volume')
            Partition = Read-GuestClass 'MSFT_Partition' $storage @('AccessPaths', 'GptType', 'MbrType', 'DiskNumber', 'IsSystem')
            Disk = Read-GuestClass 'MSFT_Disk' $storage @('Number', 'BusType')
            DiskPartition = Read-GuestClass 'Win32_DiskPartition' $root @('DiskIndex', 'Type')
            ShadowStorage = Read-GuestClass 'Win32_ShadowStorage' $root @('Volume', 'DiffVolume', 'MaxSpace')
            ShadowCopy = Read-GuestClass 'Win32_ShadowCopy' $root @('VolumeName')
            Provider = Read-GuestClass 'Win32_ShadowProvider' $root @('ID', 'Name', 'Type')
            BitLocker = Read-GuestClass 'Win32_EncryptableVolume' 'root\cimv2\Security\MicrosoftVolumeEncryption' @('DeviceID', 'ProtectionStatus')
            Iscsi = Read-GuestClass 'MSFT_iSCSISession' 'root\Microsoft\Windows\Storage' @('SessionIdentifier')
            Smb = Read-GuestClass 'MSFT_SmbConnection' 'root\Microsoft\Windows\SMB' @('ServerName', 'ShareName')
            Pool = Read-GuestClass 'MSFT_StoragePool' $storage @('ObjectId', 'FriendlyName', 'IsPrimordial')
            PhysicalDisk = Read-GuestClass 'MSFT_PhysicalDisk' $storage @('ObjectId', 'FriendlyName', 'BusType')
            PoolMember = Read-GuestClass 'MSFT_StoragePoolToPhysicalDisk' $storage @('StoragePool', 'PhysicalDisk')
            Cluster = Read-GuestClass 'MSCluster_Cluster' 'root\MSCluster' @('Name')
            ClusterVolume = Read-GuestClass 'MSCluster_ClusterSharedVolume' 'root\MSCluster' @('Name')
        }
        $machine = 'HKEY_LOCAL_MACHINE\'
        $answer['VmId'] = [Microsoft.Win32.Registry]::GetValue($machine + 'SOFTWARE\Microsoft\Virtual Machine\Guest\Parameters', 'VirtualMachineId', $null)
        $answer['MinDiffAreaMb'] = [Microsoft.Win32.Registry]::GetValue($machine + 'SYSTEM\CurrentControlSet\Services\VolSnap', 'MinDiffAreaFileSize', $null)
        $answer['Components'] = [Microsoft.Win32.Registry]::GetValue($machine + 'SOFTWARE\Microsoft\Virtual Machine\Auto', 'IntegrationServicesVersion', $null)
        $answer['Writers'] = @(try { vssadmin.exe list writers } catch { '' })
        $answer
    }
}
function Get-GuestShape {
    param()
    $mount = @{ source = 't1024'; target = 't1024'; fsType = 't64'; readOnly = 'b'; esp = 'b' }
    @{
        collectedAt = 'i'; osFamily = 't64'; osName = 't512'; osVersion = 't64'; productType = 'n3'; integrationServicesVersion = 't64'
        services = @(@{ name = 't512'; state = 't64'; startMode = 't64' })
        vssWriters = @(@{ id = 'g'; name = 't512'; state = 'n255'; lastError = 't2048' })
        vssProviders = @(@{ name = 't512'; id = 'g'; type = 't64' })
        volumes = @(@{
                deviceId = 't1024'; driveLetter = 't64'; mountPaths = @('t1024'); fileSystem = 't64'; capacityBytes = 'n9007199254740991'; freeBytes = 'n9007199254740991'
                partitionRole = 't64'; isDynamic = 'b'; busType = 't64'; bitlocker = 't64'; diffAreaVolume = 't64'; diffAreaMaxBytes = 'n9007199254740991'; shadowCopies = 'n1000000'
            })
        minDiffAreaMb = 'n1000000'; iscsiSessions = 'n1000000'; smbDataMounts = 'n1000000'; storageSpacesOutsideMembers = 'n1000000'
        storagePools = @(@{ name = 't512'; members = @(@{ name = 't512'; busType = 't64' }) })
        linux = @{ hvUtilsLoaded = 'b'; vssDaemon = 't64'; kvpDaemon = 't64'; rootFs = 't64'; remoteMounts = 'n1000000'; mounts = @($mount) }
        bsd = @{ vssDaemon = 't64'; mounts = @($mount); zpools = @('t512') }
        guestCluster = @{ member = 'b'; csv = 'b' }
    }
}
function Get-HostVolume {
    param([Parameter(Mandatory)] [hashtable] $Run, $Path)
    if ($null -eq $Path -or "$Path".StartsWith('\\')) { return $null }
    $best = $null
    $length = 0
    foreach ($volume in $Run.Volumes) {
        $root = "$($volume['path'])".TrimEnd('\')
        if ($root -eq '' -or $root.Length -le $length) { continue }
        if ("$Path".StartsWith("$root\", [StringComparison]::OrdinalIgnoreCase)) { $best = $volume; $length = $root.Length }
    }
    return $best
}
function Get-InstallerNames {
    param()
    'Microsoft-Hyper-V-Guest-Installer-Win6x-Package', 'Microsoft-Hyper-V-Guest-Installer', 'Microsoft-Hyper-V-Guest-Installer-Win60-Package'
}
function Get-KnownProducts {
    param()
    @(
        @{ Name = 'Veeam Backup & Replication'; Uninstall = '^Veeam (Backup|Hyper-V|Installer|Mover|Data)'; Services = 'VeeamDeploySvc', 'VeeamHvIntegrationSvc', 'VeeamTransportSvc', 'VeeamBackupSvc' }
        @{ Name = 'Veeam Agent'; Uninstall = '^Veeam Agent'; Services = @('VeeamEndpointBackupSvc') }
        @{ Name = 'Microsoft DPM or Azure Backup Server'; Uninstall = '^Microsoft (System Center .*(DPM|Data Protection Manager)|Azure Backup Server|Data Protection Manager)'; Services = @('DPMRA') }
        @{ Name = 'Azure Recovery Services Agent'; Uninstall = '^Microsoft Azure Recovery Services Agent'; Services = @('obengine') }
        @{ Name = 'Windows Server Backup'; Uninstall = '^$'; Services = @('wbengine'); Optional = $true }
        @{ Name = 'Commvault'; Uninstall = '^(Commvault|CommVault)'; Services = 'GxCVD(Instance001)', 'GxClMgrS(Instance001)' }
        @{ Name = 'Veritas NetBackup'; Uninstall = '^(Veritas|Symantec|Cohesity)? ?NetBackup'; Services = 'NetBackup Client Service', 'NetBackup Legacy Network Service', 'bpcd' }
        @{ Name = 'Veritas Backup Exec'; Uninstall = '(Veritas|Symantec|Arctera) Backup Exec'; Services = @('BackupExecAgentAccelerator') }
        @{ Name = 'Altaro or Hornetsecurity VM Backup'; Uninstall = '^(Altaro VM Backup|Altaro Hyper-V Backup|Hornetsecurity .*Backup|VM Backup)'; Services = 'Altaro.HyperV.Agent', 'Altaro.Agent', 'AltaroHyperVAgent' }
        @{ Name = 'NAKIVO Backup & Replication'; Uninstall = '^NAKIVO'; Services = 'nkv-bhsvc', 'NAKIVO Backup & Replication Transporter' }
        @{ Name = 'Acronis Cyber Protect'; Uninstall = '^(Acronis (Cyber|Backup|Agent)|Cyber Protect)'; Services = 'MMS', 'AcronisAgent' }
        @{ Name = 'Arcserve UDP'; Uninstall = '^(Arcserve|CA ARCserve)'; Services = @('CASAD2DWebSvc') }
        @{ Name = 'Rubrik Backup Service'; Uninstall = '^Rubrik'; Services = @('Rubrik Backup Service') }
        @{ Name = 'Cohesity Agent'; Uninstall = '^Cohesity Agent'; Services = @('CohesityAgent') }
        @{ Name = 'IBM Storage Protect'; Uninstall = '^(IBM (Spectrum|Storage) Protect|Tivoli Storage Manager)'; Services = @('TSM Client Acceptor') }
        @{ Name = 'BackupChain'; Uninstall = '^BackupChain'; Services = @('BackupChain') }
        @{ Name = 'Vembu or BDRSuite'; Uninstall = '^(Vembu|BDRSuite)'; Services = @('VembuHyperVIntegrationService') }
        @{ Name = 'Unitrends'; Uninstall = '^Unitrends'; Services = @('bpnetd') }
        @{ Name = 'Dell NetWorker'; Uninstall = '^(EMC |Dell )?NetWorker'; Services = @('nsrexecd') }
        @{ Name = 'Dell Avamar'; Uninstall = '^(EMC |Dell )?Avamar'; Services = @('avbackup') }
        @{ Name = 'Quest Rapid Recovery'; Uninstall = '^(Quest |Dell )?(Rapid Recovery|AppAssure)'; Services = @('RapidRecoveryAgent') }
        @{ Name = 'Zmanda'; Uninstall = '^Zmanda'; Services = @('ZWC-Service') }
        @{ Name = 'Comet Backup'; Uninstall = '^Comet Backup'; Services = 'backup.delegate', 'comet-backup' }
    )
}
function Get-Mend {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Reason, [string] $Reader, [string] $Label)
    $account = Format-QuiesceQuoted "$($Run.Account.Name)"
    if ($Reader -eq 'Read-RemoteWriters') { return "Switch PowerShell remoting on at the old host (Enable-PSRemoting) and let $account in as an administrator there: WMI does not tell of VSS writers" }
    if ($Reason -eq 'permission-denied') {
        if ($Reader -eq 'Read-HyperV' -or ($Reader -eq 'Read-Cim' -and $Label -like '*Msvm_*')) { return "Add the account to Hyper-V Administrators on this host: Add-LocalGroupMember -SID S-1-5-32-578 -Member $account" }
        if ($Reader -eq 'Read-Cluster') { return "Let the account read the cluster: Grant-ClusterAccess -User $account -ReadOnly" }
        if ($Reader -eq 'Read-Program' -or $Reader -eq 'Read-UserRights') { return "Run the collector elevated: its account in Administrators (Add-LocalGroupMember -SID S-1-5-32-544 -Member $account) and the task with highest privileges" }
        if ($Reader -eq 'Read-Guest') { return 'Give a credential that is administrator in the guest: Set-QuiesceGuestCredential' }
        if ($Reader -eq 'Read-Access' -or $Reader -eq 'Read-Files') { return "Let the account read the folder, or run the collector with an account in Administrators: Add-LocalGroupMember -SID S-1-5-32-544 -Member $account" }
        return "Run the collector with an account in Administrators: Add-LocalGroupMember -SID S-1-5-32-544 -Member $account"
    }
    if ($Reason -eq 'not-supported') {
        if ($Reader -eq 'Read-HyperV') { return 'Install the module on Server 2012 and later: Install-WindowsFeature -Name Hyper-V-PowerShell. Server 2008 R2 is read from a newer machine: Invoke-QuiesceCollection -ComputerName' }
        if ($Reader -eq 'Read-Cluster') { return 'Install the module: Install-WindowsFeature -Name RSAT-Clustering-PowerShell' }
        return ''
    }
    if ($Reason -eq 'timed-out') { return 'Look at why the provider is slow, or give it more time: Invoke-QuiesceCollection -CallTimeoutSeconds' }
    if ($Reason -eq 'unreachable') { return 'Let the machine answer: WinRM, or RPC through the firewall rules of Windows Management Instrumentation' }
    if ($Reason -eq 'other-node') { return 'Nothing: the collector on the node that owns it reads it' }
    return ''
}
function Get-ParentSetting {
    param([Parameter(Mandatory)] $Row, [Parameter(Mandatory)] [hashtable] $Rows)
    $parent = Get-Value $Row 'Parent'
    $id = Get-Value $parent 'InstanceID'
    if ($null -eq $id) { $id = if ("$parent" -match 'InstanceID\s*=\s*"(?<id>(?:[^"\\]|\\.)*)"') { $Matches['id'].Replace('\\', '\') } else { "$parent" } }
    return $Rows["$id".ToLowerInvariant()]
}
function Get-PartitionRole {
    param($Partition, $Volume)
    if ($null -ne $Partition) {
        switch ("$(ConvertTo-GuidText $Partition['GptType'])") {
            'c12a7328-f81f-11d2-ba4b-00a0c93ec93b' { return 'esp' }
            'e3c9e316-0b5c-4db8-817d-f92df00215ae' { return 'msr' }
            'de94bba4-06d1-4d40-a16a-bfd50179d6ac' { return 'recovery' }
        }
        if ("$($Partition['MbrType'])" -eq '39') { return 'recovery' }
        if ("$($Partition['MbrType'])" -eq '239') { return 'esp' }
    }
    if ($Volume['SystemVolume'] -and -not $Volume['BootVolume']) { return 'system-reserved' }
    if ($null -eq $Partition -and -not $Volume['DriveLetter'] -and "$($Volume['FileSystem'])" -eq 'FAT32') { return $null }
    return 'data'
}
function Get-QuiesceEntropy {
    [CmdletBinding()]
    [OutputType([byte[]])]
    param()
    , [Text.Encoding]::ASCII.GetBytes('quiesce.collector/1')
}
function Get-QuiesceGuestCredential {
    [CmdletBinding()]
    [OutputType([Management.Automation.PSCredential])]
    param(
        [Parameter(Mandatory)] [string] $VMId,
        [string[]] $Tag = @()
    )
    $entries = Get-QuiesceGuestEntry
    $keys = @("vm:$($VMId.Trim('{', '}').ToLowerInvariant())") + @($Tag | ForEach-Object { "tag:$($_.ToLowerInvariant())" }) + @('default')
    foreach ($key in $keys) {
        $found = @($entries | Where-Object { $_.Key -eq $key })
        if ($found.Count -eq 0) { continue }
        try { return Read-QuiesceGuestSecret -Entry $found[0] }
        catch { throw "The guest credential '$key' cannot be read: $($_.Exception.Message) Set it again with Set-QuiesceGuestCredential." }
    }
}
function Get-QuiesceGuestEntry {
    [CmdletBinding()]
    param()
    $path = Get-QuiesceHome -Child 'guest-credentials.json'
    if (-not [IO.File]::Exists($path)) { return }
    foreach ($entry in @((ConvertFrom-QuiesceJson -Text ([IO.File]::ReadAllText($path)))['entries'])) { [pscustomobject] $entry }
}
function Get-QuiesceHome {
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Child)
    $root = [Environment]::GetEnvironmentVariable('QUIESCE_COLLECTOR_HOME')
    if ([string]::IsNullOrEmpty($root)) {
        $root = [IO.Path]::Combine([Environment]::GetFolderPath('CommonApplicationData'), 'Quiesce')
    }
    if ([string]::IsNullOrEmpty($Child)) { return $root }
    [IO.Path]::Combine($root, $Child)
}
function Get-QuiesceState {
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
function Get-QuiesceTime {
    [CmdletBinding()]
    [OutputType([DateTime])]
    param()
    [DateTime]::UtcNow
}
function Get-QuiesceVaultSecret {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Vault,
        [Parameter(Mandatory)] [string] $Name
    )
    Microsoft.PowerShell.SecretManagement\Get-Secret -Vault $Vault -Name $Name -ErrorAction Stop
}
function Get-QuiesceVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $module = $ExecutionContext.SessionState.Module
    if ($null -eq $module) { return '0.0.0' }
    $module.Version.ToString()
}
function Get-SettingVm {
    param([Parameter(Mandatory)] $Row)
    $id = Get-Value $Row 'VirtualSystemIdentifier'
    if ($null -eq $id) { $id = Get-Value $Row 'SystemName' }
    return ConvertTo-GuidText $id
}
function Get-Value {
    param($Object, [string] $Name)
    if ($null -eq $Object) { return $null }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    try { return $property.Value } catch { return $null }
}
function Get-VmSid {
    param([Parameter(Mandatory)] [string] $Id)
    $bytes = ([Guid] $Id).ToByteArray()
    $parts = foreach ($at in 0, 4, 8, 12) { [BitConverter]::ToUInt32($bytes, $at) }
    return "S-1-5-83-1-$($parts -join '-')"
}
function Import-QuiesceProtectedData {
    [CmdletBinding()]
    param()
    if (-not (Test-QuiesceWindows)) { throw [PlatformNotSupportedException]::new('DPAPI is only in Windows, so this machine cannot keep a credential.') }
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [void] [Reflection.Assembly]::Load('System.Security, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a')
    }
}
function Invoke-InRunspace {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Reader, [hashtable] $With)
    if ($null -eq $Run.Runspace) {
        $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        foreach ($function in $ExecutionContext.SessionState.InvokeCommand.GetCommands('*', [Management.Automation.CommandTypes]::Function, $true)) {
            if ($function.ModuleName -eq 'Quiesce') { $state.Commands.Add([Management.Automation.Runspaces.SessionStateFunctionEntry]::new($function.Name, $function.Definition)) }
        }
        $Run.Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
        $Run.Runspace.Open()
        $Run.Runspace.SessionStateProxy.SetVariable('ErrorActionPreference', 'Stop')
    }
    $shell = [Management.Automation.PowerShell]::Create()
    $shell.Runspace = $Run.Runspace
    [void] $shell.AddCommand($Reader).AddParameters($With)
    $pending = $shell.BeginInvoke()
    $patience = $Run.CallSeconds + $(if ($With.ContainsKey('TimeoutSeconds')) { 15 } else { 0 })
    if (-not $pending.AsyncWaitHandle.WaitOne($patience * 1000)) {
        [void] $shell.BeginStop($null, $null)
        $Run.Runspace = $null
        throw [TimeoutException]::new("$Reader took more than $($Run.CallSeconds) seconds.")
    }
    try {
        $shell.EndInvoke($pending)
        foreach ($record in $shell.Streams.Error) { $record }
    }
    catch [Management.Automation.MethodInvocationException] {
        $inner = $_.Exception.InnerException
        if ($inner -isnot [Management.Automation.RuntimeException]) { throw }
        $inner.ErrorRecord
    }
    finally { $shell.Dispose() }
}
function Invoke-LegacySection {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name)
    try {
        switch ($Name) {
            'host' { Read-LegacyWindows -Run $Run }
            'host-vss' { Read-LegacyVss -Run $Run }
            'volumes' { Read-LegacyVolumes -Run $Run }
            'vms' { Read-LegacyVms -Run $Run }
            'disks' { Read-LegacyDisks -Run $Run }
            'shares' { Read-SmbShares -Run $Run }
            'checkpoints' { Read-LegacyCheckpoints -Run $Run }
            'integration' { Read-LegacyIntegration -Run $Run }
            'guest' { Read-GuestFacts -Run $Run -Way 'KVP' }
        }
    }
    catch {
        $section = Open-Section -Run $Run -Name $Name
        $section.Complete = $false
        $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "The collector failed in ${Name}: $($_.Exception.Message)" 2000 })
        Close-Section $section
    }
}
function Invoke-QuiesceCollection {
    [CmdletBinding()]
    [OutputType([string], [IO.FileInfo], [pscustomobject])]
    param(
        [string] $OutFile,
        [switch] $PassThru,
        [ValidateSet('PowerShellDirect', 'WinRM', 'KVP', 'File')] [string[]] $GuestAccess = @('KVP', 'File'),
        [string] $GuestFolder,
        [string[]] $ComputerName,
        [pscredential] $Credential,
        [ValidateRange(0, 3600)] [int] $CallTimeoutSeconds = 180,
        [ValidateRange(10, 86400)] [int] $RunTimeoutSeconds = 2700,
        [switch] $NoVssComponents
    )
    Assert-QuiesceFullLanguage
    Set-QuiescePriority
    $run = New-Run -CallSeconds $CallTimeoutSeconds -RunSeconds $RunTimeoutSeconds
    $records = [Collections.Generic.List[object]]::new()
    $clusters = [Collections.Generic.List[object]]::new()
    try {
        if ($ComputerName) {
            foreach ($computer in $ComputerName) { $records.Add((Read-LegacyHost -Run $run -ComputerName $computer -Credential $Credential)) }
        }
        else {
            foreach ($name in 'host', 'cluster', 'volumes', 'host-vss', 'vms', 'disks', 'checkpoints', 'integration', 'files', 'shares', 'components', 'guest') {
                $PSCmdlet.WriteVerbose("Reading $name.")
                Invoke-Section -Run $run -Name $name -GuestAccess $GuestAccess -GuestFolder $GuestFolder -NoVssComponents:$NoVssComponents
            }
            if ($null -eq $run.Host['name']) { $run.Host['name'] = [Environment]::MachineName }
            $records.Add(@{ Facts = $run.Host; Absent = $run.HostAbsent; Sections = $run.Sections; Vms = $run.Vms; Local = $true })
            if ($null -ne $run.Cluster) { $run.Cluster['absent'] = $run.ClusterAbsent; $clusters.Add($run.Cluster) }
        }
    }
    finally { if ($null -ne $run.Runspace) { $run.Runspace.Dispose() } }
    foreach ($line in $run.Log) { $PSCmdlet.WriteVerbose($line) }
    $state = Step-QuiesceSequence
    $made = New-QuiesceDocument -Run $run -HostRecord $records -Cluster $clusters -State $state -Kind $(if ($ComputerName) { 'management-server' } else { 'host' })
    $errors = 0
    foreach ($record in $records) { foreach ($section in $record.Sections.Values) { $errors += $section.Errors.Count } }
    $PSCmdlet.WriteVerbose("Read $($made.Hosts) hosts and $($made.Vms) VMs; $errors things could not be read.")
    $file = if ($OutFile) { Write-DocumentFile -Path $OutFile -Text $made.Json } else { $null }
    if ($PassThru) {
        return [pscustomobject]@{ Json = $made.Json; DocumentId = $made.DocumentId; Hosts = $made.Hosts; Vms = $made.Vms; Errors = $errors; Calls = $run.Calls; OutFile = $file }
    }
    if ($null -ne $file) { return [IO.FileInfo]::new($file) }
    return $made.Json
}
function Invoke-Section {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name, [string[]] $GuestAccess, [string] $GuestFolder, [switch] $NoVssComponents)
    try {
        switch ($Name) {
            'host' { Read-HostFacts -Run $Run }
            'cluster' { Read-ClusterFacts -Run $Run }
            'volumes' { Read-HostVolumes -Run $Run }
            'host-vss' { Read-HostVss -Run $Run }
            'vms' { Read-Vms -Run $Run }
            'disks' { Read-VmDisks -Run $Run }
            'checkpoints' { Read-Checkpoints -Run $Run }
            'integration' { Read-Integration -Run $Run }
            'files' { Read-VmFiles -Run $Run }
            'shares' { Read-SmbShares -Run $Run }
            'components' { Read-VssComponents -Run $Run -Skip:$NoVssComponents }
            'guest' { Read-GuestFacts -Run $Run -Way $GuestAccess -Folder $GuestFolder }
        }
    }
    catch {
        $section = Open-Section -Run $Run -Name $(if ($Name -eq 'components') { 'host-vss' } else { $Name })
        $section.Complete = $false
        Close-Section $section
        $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "The collector failed in ${Name}: $($_.Exception.Message) $($_.ScriptStackTrace -replace '\s+', ' ')" 2000 })
    }
}
function Invoke-Source {
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
function Join-KvpPieces {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Items)
    $sets = @{}
    foreach ($key in $Items.Keys) {
        if ($key -cnotmatch '^Quiesce\.(?<n>[1-9]\d?)of(?<m>[1-9]\d?)\.(?<sha>[0-9a-f]{8})$') { continue }
        $of = "$($Matches['m']) $($Matches['sha'])"
        if (-not $sets.ContainsKey($of)) { $sets[$of] = @{ Count = [int] $Matches['m']; Sha = $Matches['sha']; Pieces = @{} } }
        $sets[$of].Pieces[[int] $Matches['n']] = $Items[$key]
    }
    if ($sets.Count -eq 0) { return $null }
    $whole = [Collections.Generic.List[string]]::new()
    foreach ($set in $sets.Values) {
        if ($set.Count -gt 64 -or $set.Pieces.Count -ne $set.Count) { continue }
        $builder = [Text.StringBuilder]::new()
        for ($n = 1; $n -le $set.Count; $n++) { [void] $builder.Append($set.Pieces[$n]) }
        $text = $builder.ToString()
        $hash = [Security.Cryptography.SHA256]::Create()
        $digest = [BitConverter]::ToString($hash.ComputeHash([Text.Encoding]::ASCII.GetBytes($text))).Replace('-', '').ToLowerInvariant()
        $hash.Dispose()
        if ($digest.StartsWith($set.Sha, [StringComparison]::Ordinal)) { $whole.Add($text) }
    }
    if ($whole.Count -ne 1) { return @{ Text = $null; Fault = "The guest published $($sets.Count) sets of pieces, of which $($whole.Count) are whole." } }
    try { return @{ Text = (Expand-GuestText -Base64 $whole[0]); Fault = $null } }
    catch { return @{ Text = $null; Fault = "What the guest published cannot be unpacked: $($_.Exception.Message)" } }
}
function Limit-Text {
    param($Text, [int] $Most)
    if ($null -eq $Text) { return $null }
    $plain = ([string] $Text).Trim()
    if ($plain -eq '') { return $null }
    if ($plain.Length -gt $Most) { return $plain.Substring(0, $Most) }
    return $plain
}
function Lock-QuiesceHome {
    [CmdletBinding()]
    [OutputType([IO.FileStream])]
    param(
        [ValidateSet('state', 'send')] [string] $Name = 'state',
        [ValidateRange(0, 3600)] [int] $TimeoutSeconds = 30
    )
    $path = Get-QuiesceHome -Child "$Name.lock"
    [void] [IO.Directory]::CreateDirectory((Get-QuiesceHome))
    $deadline = (Get-QuiesceTime).AddSeconds($TimeoutSeconds)
    while ($true) {
        try {
            return [IO.FileStream]::new($path, [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None)
        }
        catch [IO.IOException] {
            if ((Get-QuiesceTime) -ge $deadline) {
                throw [TimeoutException]::new("Another run of the collector holds $path since more than $TimeoutSeconds seconds. Wait for it to end, or end it in Task Scheduler.")
            }
        }
        Wait-QuiesceTime -Seconds 0.2
    }
}
function New-HostDocument {
    param([Parameter(Mandatory)] [hashtable] $Record, $InstallId, [Parameter(Mandatory)] [string] $At)
    $made = [ordered]@{ installId = $InstallId; name = $Record.Facts['name']; observedAt = $At }
    foreach ($key in $Record.Facts.Keys) { if ($key -ne 'name') { $made[$key] = $Record.Facts[$key] } }
    $made['attempted'] = @(foreach ($section in $Record.Sections.Values) {
            [ordered]@{ section = $section.Name; complete = $section.Complete; rows = $section.Rows; durationMs = [Math]::Max(0L, $section.Ms); errors = $section.Errors }
        })
    $made['absent'] = $Record.Absent
    $vms = [Collections.Generic.List[object]]::new()
    foreach ($vm in $Record.Vms.Values) {
        $facts = $vm.Facts
        $facts['absent'] = $vm.Absent
        $vms.Add($facts)
    }
    $made['vms'] = $vms
    return $made
}
function New-QuiesceDocument {
    param(
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $HostRecord,
        [Collections.IList] $Cluster,
        $State,
        [ValidateSet('host', 'management-server')] [string] $Kind = 'host',
        [string] $OriginName,
        [string] $Format = 'quiesce',
        [switch] $Synthetic
    )
    $now = [DateTime]::UtcNow
    $dropped = $null
    if ($null -ne $State -and $State.Contains('Dropped') -and $null -ne $State['Dropped']) { $dropped = [ordered]@{ documents = ConvertTo-Whole $State['Dropped']['Documents']; since = $State['Dropped']['Since'] } }
    $header = [ordered]@{
        documentId = [Guid]::NewGuid().ToString()
        senderId = $(if ($null -ne $State) { $State['InstallId'] } else { $null })
        epoch = $(if ($null -ne $State) { ConvertTo-Whole $State['Epoch'] } else { $null })
        sequence = $(if ($null -ne $State) { ConvertTo-Whole $State['Sequence'] } else { $null })
        intervalSeconds = $(if ($null -ne $State -and $null -ne $State['CollectorId']) { ConvertTo-Whole $State['IntervalSeconds'] } else { $null })
        startedAt = Format-Instant $Run.Started
        finishedAt = Format-Instant $now
        timeFrom = 'sender'
        synthetic = [bool] $Synthetic
        collector = [ordered]@{
            name = 'quiesce collector'; version = Get-QuiesceVersion; elevated = $Run.Account.Elevated; runAs = Limit-Text $Run.Account.Name 512
            psVersion = Limit-Text $PSVersionTable.PSVersion 64; psEdition = Limit-Text $PSVersionTable['PSEdition'] 64
            language = $(if ($null -ne $Run.Host['uiCulture']) { $Run.Host['uiCulture'] } else { Limit-Text ([Globalization.CultureInfo]::InstalledUICulture.Name) 64 }); computer = [Environment]::MachineName
        }
        dropped = $dropped
    }
    $hosts = [Collections.Generic.List[object]]::new()
    $count = 0
    foreach ($record in $HostRecord) {
        $made = New-HostDocument -Record $record -InstallId $(if ($HostRecord.Count -eq 1 -and $Kind -eq 'host' -and $record.Local) { $header['senderId'] } else { $null }) -At $header['finishedAt']
        $count += $made['vms'].Count
        $hosts.Add($made)
    }
    $document = [ordered]@{
        schema = 'quiesce.inventory/1'
        header = $header
        origin = [ordered]@{ kind = $Kind; name = $(if ($OriginName) { $OriginName } else { [Environment]::MachineName }); format = $Format }
        clusters = @(foreach ($one in $Cluster) { $one })
        hosts = $hosts
    }
    return @{ Json = (ConvertTo-QuiesceJson $document); DocumentId = $header['documentId']; Hosts = $hosts.Count; Vms = $count; Header = $header }
}
function New-Run {
    param([int] $CallSeconds, [int] $RunSeconds)
    $now = [DateTime]::UtcNow
    $isolate = $CallSeconds -gt 0 -and (Test-QuiesceWindows) -and "$([Management.Automation.Security.SystemPolicy]::GetSystemLockdownPolicy())" -ne 'Enforce'
    return @{
        Started = $now; Deadline = $now.AddSeconds($RunSeconds); RunSeconds = $RunSeconds; CallSeconds = $(if ($CallSeconds -gt 0) { $CallSeconds } else { 3600 })
        Isolate = $isolate; Runspace = $null
        Calls = [ordered]@{}; Log = [Collections.Generic.List[string]]::new(); Sections = [ordered]@{}
        Account = @{ Name = $null; Elevated = $null; HyperVAdmin = $null }
        Kernel = ''; Build = 0; ProductType = $null; IsClusterNode = $false; ClusterVms = @{}; CsvExtras = @{}; Chains = @{}; Session = $null; ComputerName = $null; Credential = $null; Settings = $null; Space = 'root/virtualization/v2'; GuestFiles = $null; GuestFilesFault = $null; Products = @()
        Host = [ordered]@{}; HostAbsent = [Collections.Generic.List[object]]::new()
        Cluster = $null; ClusterAbsent = [Collections.Generic.List[object]]::new()
        Vms = [ordered]@{}; Volumes = [Collections.Generic.List[object]]::new()
    }
}
function Open-Section {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name)
    $section = $Run.Sections[$Name]
    if ($null -eq $section) {
        $section = @{ Name = $Name; Complete = $true; Rows = $null; Errors = [Collections.Generic.List[object]]::new(); Began = $null; Ms = 0L }
        $Run.Sections[$Name] = $section
    }
    $section.Began = [DateTime]::UtcNow
    return $section
}
function Protect-QuiesceSecret {
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([Parameter(Mandatory)] [byte[]] $Bytes)
    Import-QuiesceProtectedData
    , [Security.Cryptography.ProtectedData]::Protect($Bytes, (Get-QuiesceEntropy), [Security.Cryptography.DataProtectionScope]::LocalMachine)
}
function Read-Access {
    param([Parameter(Mandatory)] [string[]] $Path)
    Microsoft.PowerShell.Security\Get-Acl -LiteralPath $Path -ErrorAction Continue
}
function Read-Account {
    param()
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = [Security.Principal.WindowsPrincipal]::new($identity)
    @{
        Name          = $identity.Name
        Elevated      = $principal.IsInRole([Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
        HyperVAdmin   = $principal.IsInRole([Security.Principal.SecurityIdentifier]::new('S-1-5-32-578'))
    }
}
function Read-Antivirus {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $Run.Host['antivirusExclusions'] = $null
    $space = 'root/Microsoft/Windows/Defender'
    $status = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'MSFT_MpComputerStatus'; Namespace = $space }
    if ($status.Failed -and $status.Errors[0].Reason -ne 'not-supported') {
        Add-SectionErrors -Section $Section -Result $status
        Add-AbsentOf -To $Run.HostAbsent -Fact 'antivirusExclusions' -Result $status
        return
    }
    if ($status.Rows.Count -eq 0) {
        Add-Absent -To $Run.HostAbsent -Fact 'antivirusExclusions' -Reason 'not-supported' -Text 'Microsoft Defender is not here; another product shows its exclusions in its own console.'
        return
    }
    if (-not (Get-Value $status.Rows[0] 'AntivirusEnabled') -or -not (Get-Value $status.Rows[0] 'RealTimeProtectionEnabled')) {
        Add-Absent -To $Run.HostAbsent -Fact 'antivirusExclusions' -Reason 'not-supported' -Text 'Microsoft Defender is not in charge; another product shows its exclusions in its own console.'
        return
    }
    $settings = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'MSFT_MpPreference'; Namespace = $space }
    if ($settings.Rows.Count -eq 0) {
        Add-SectionErrors -Section $Section -Result $settings
        Add-AbsentOf -To $Run.HostAbsent -Fact 'antivirusExclusions' -Result $settings
        return
    }
    $automatic = $Run.Build -ge 14393 -and $Run.ProductType -ne 1 -and -not (Get-Value $settings.Rows[0] 'DisableAutoExclusions')
    $excluded = @{}
    foreach ($process in @(Get-Value $settings.Rows[0] 'ExclusionProcess')) { if ($process) { $excluded[[IO.Path]::GetFileName("$process").ToLowerInvariant()] = $true } }
    $byHand = $excluded.ContainsKey('vmms.exe') -and $excluded.ContainsKey('vmwp.exe')
    $Run.Host['antivirusExclusions'] = if ($automatic -or $byHand) { 'present' } else { 'missing' }
}
function Read-Chains {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $known = @{}
    $next = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -ne $disk -and $disk['kind'] -ne 'passthrough' -and $null -ne $disk['path']) { $next[$disk['path'].ToLowerInvariant()] = $disk['path'] }
        }
    }
    for ($level = 0; $level -lt 100 -and $next.Count -gt 0; $level++) {
        Read-VhdFiles -Run $Run -Path @($next.Values) -Known $known
        $parents = [ordered]@{}
        foreach ($key in $next.Keys) {
            $parent = Limit-Text (Get-Value $known[$key].Vhd 'ParentPath') 1024
            if ($null -ne $parent -and -not $known.ContainsKey($parent.ToLowerInvariant())) { $parents[$parent.ToLowerInvariant()] = $parent }
        }
        $next = $parents
    }
    $Run.Chains = $known
    foreach ($vm in $Run.Vms.Values) {
        $at = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk) { continue }
            Set-DiskChain -Run $Run -Section $Section -Vm $vm -Disk $disk -At $at -Known $known
            $at++
        }
    }
}
function Read-Checkpoints {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'checkpoints'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'Snapshot'; VM = $live }
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $result
    foreach ($vm in $Run.Vms.Values) {
        if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'checkpoints' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }) }
        else { $vm.Facts['checkpoints'] = [Collections.Generic.List[object]]::new() }
    }
    $kinds = @{ '0' = 'Standard'; '1' = 'Recovery'; '2' = 'Planned'; '5' = 'Missing'; '6' = 'Replica'; '7' = 'AppConsistentReplica'; '8' = 'SyncedReplica' }
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"]
        if ($null -eq $vm -or $null -eq $vm.Facts['checkpoints'] -or $vm.Facts['checkpoints'].Count -ge 1000) { continue }
        $created = Get-Value $row 'CreationTime'
        $automatic = Get-Value $row 'IsAutomaticCheckpoint'
        $vm.Facts['checkpoints'].Add([ordered]@{
                id = ConvertTo-GuidText (Get-Value $row 'Id'); name = Limit-Text (Get-Value $row 'Name') 512; type = ConvertTo-Word (Get-Value $row 'SnapshotType') $kinds
                createdAt = $(if ($created -is [DateTime]) { Format-Instant $created } else { $null }); isAutomatic = $null -ne $automatic -and [bool] $automatic
            })
    }
    $section.Rows = $result.Rows.Count
    Close-Section $section
}
function Read-Cim {
    param(
        [Parameter(Mandatory)] [string] $ClassName,
        [string] $Namespace = 'root/cimv2',
        [string] $Filter,
        $Session,
        [int] $TimeoutSeconds = 120
    )
    $query = @{ Namespace = $Namespace; ClassName = $ClassName; OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'Stop' }
    if ($Filter) { $query['Filter'] = $Filter }
    if ($null -ne $Session) { $query['CimSession'] = $Session }
    CimCmdlets\Get-CimInstance @query
}
function Read-Class {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $ClassName, [string] $Namespace = 'root/cimv2', [string] $Filter)
    $with = @{ ClassName = $ClassName; Namespace = $Namespace; TimeoutSeconds = $Run.CallSeconds }
    if ($Filter) { $with['Filter'] = $Filter }
    if ($null -ne $Run.Session) { $with['Session'] = $Run.Session }
    return Invoke-Source -Run $Run -Reader 'Read-Cim' -With $with
}
function Read-Cluster {
    param([Parameter(Mandatory)] [string] $What, $Resource, [string] $Name)
    if ($PSVersionTable['PSEdition'] -eq 'Core' -and $null -eq (Microsoft.PowerShell.Core\Get-Module -Name 'FailoverClusters')) {
        try { Microsoft.PowerShell.Core\Import-Module -Name 'FailoverClusters' -SkipEditionCheck -ErrorAction Stop } catch { $null = $_ }
    }
    switch ($What) {
        'Cluster' { FailoverClusters\Get-Cluster -ErrorAction Stop }
        'Node' { FailoverClusters\Get-ClusterNode -ErrorAction Continue }
        'Group' { FailoverClusters\Get-ClusterGroup -ErrorAction Continue }
        'Resource' { FailoverClusters\Get-ClusterResource -ErrorAction Continue }
        'Parameter' { $Resource | FailoverClusters\Get-ClusterParameter -Name $Name -ErrorAction Continue }
        'SharedVolume' { FailoverClusters\Get-ClusterSharedVolume -ErrorAction Continue }
        'SharedVolumeState' { FailoverClusters\Get-ClusterSharedVolumeState -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-Cluster does not read '$What'.") }
    }
}
function Read-ClusterFacts {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $facts = $Run.Host
    foreach ($name in 'clusterName', 'clusterId') { $facts[$name] = $null }
    if (-not $Run.IsClusterNode) {
        $reason = if ($null -eq $facts['isClusterNode']) { 'error' } else { 'not-applicable' }
        Add-Absent -To $Run.HostAbsent -Fact 'clusterName' -Reason $reason
        Add-Absent -To $Run.HostAbsent -Fact 'clusterId' -Reason $reason
        if ($reason -eq 'not-applicable') { return }
    }
    $section = Open-Section -Run $Run -Name 'cluster'
    $result = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Cluster' }
    if ($result.Rows.Count -eq 0) {
        Add-SectionErrors -Section $section -Result $result -Incomplete -All
        $section.Complete = $false
        if ($Run.IsClusterNode) { Add-AbsentOf -To $Run.HostAbsent -Fact 'clusterName', 'clusterId' -Result $result }
        Close-Section $section
        return
    }
    $Run.IsClusterNode = $true
    $facts['isClusterNode'] = $true
    $row = $result.Rows[0]
    $name = Limit-Text (Get-Value $row 'Name') 512
    $domain = Limit-Text (Get-Value $row 'Domain') 400
    $id = ConvertTo-GuidText (Get-Value $row 'Id')
    $facts['clusterName'] = $name
    $facts['clusterId'] = $id
    $level = ConvertTo-Whole (Get-Value $row 'ClusterFunctionalLevel')
    $spaces = Get-Value $row 'S2DEnabled'
    $Run.Cluster = [ordered]@{
        id = $id; name = $name; fqdn = $(if ($name -and $domain) { "$name.$domain".ToLowerInvariant() } else { $null }); observedAt = Format-Instant ([DateTime]::UtcNow)
        functionalLevel = $level; s2dEnabled = $(if ($null -eq $spaces) { $null } else { "$spaces" -ne '0' -and "$spaces" -ne 'False' })
        configStoreRootPath = $null; nodes = $null; csvs = $null; roles = $null
    }
    foreach ($fact in 'functionalLevel', 's2dEnabled') { if ($null -eq $Run.Cluster[$fact]) { Add-Absent -To $Run.ClusterAbsent -Fact $fact -Reason $(if ($Run.Kernel -eq '10.0') { 'error' } else { 'not-applicable' }) } }
    Read-ClusterNodes -Run $Run -Section $section
    Read-ClusterRoles -Run $Run -Section $section
    Read-ClusterVolumes -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
function Read-ClusterNodes {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $result = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Node' }
    Add-SectionErrors -Section $Section -Result $result -All
    if ($result.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'nodes' -Result $result; return }
    $states = @{ '0' = 'Up'; '1' = 'Down'; '2' = 'Paused'; '3' = 'Joining' }
    $Run.Cluster['nodes'] = @(foreach ($node in $result.Rows) {
            [ordered]@{ name = Limit-Text (Get-Value $node 'Name') 512; state = ConvertTo-Word (Get-Value $node 'State') $states; osBuild = ConvertTo-Whole (Get-Value $node 'BuildNumber') }
        })
}
function Read-ClusterRoles {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $groups = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Group' }
    $resources = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Resource' }
    foreach ($result in $groups, $resources) { Add-SectionErrors -Section $Section -Result $result -All }
    $ofType = @{ 'Virtual Machine' = [Collections.Generic.List[object]]::new(); 'Virtual Machine Cluster WMI' = [Collections.Generic.List[object]]::new() }
    $groupOf = @{}
    foreach ($resource in $resources.Rows) {
        $type = Get-Value $resource 'ResourceType'
        $word = if ($null -ne (Get-Value $type 'Name')) { Get-Value $type 'Name' } else { "$type" }
        if ($ofType.ContainsKey($word)) { $ofType[$word].Add($resource) }
        $owner = Get-Value $resource 'OwnerGroup'
        $groupOf["$(Get-Value $resource 'Name')"] = if ($null -ne (Get-Value $owner 'Name')) { "$(Get-Value $owner 'Name')" } else { "$owner" }
    }
    if ($groups.Failed -or $resources.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'roles' -Result $(if ($groups.Failed) { $groups } else { $resources }) }
    else {
        $vmOf = @{}
        if ($ofType['Virtual Machine'].Count -gt 0) {
            $ids = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Parameter'; Resource = $ofType['Virtual Machine']; Name = 'VmID' }
            Add-SectionErrors -Section $Section -Result $ids -All
            foreach ($parameter in $ids.Rows) {
                $of = Get-Value $parameter 'ClusterObject'
                $resourceName = if ($null -ne (Get-Value $of 'Name')) { "$(Get-Value $of 'Name')" } else { "$of" }
                $vmOf["$($groupOf[$resourceName])"] = ConvertTo-GuidText (Get-Value $parameter 'Value')
            }
        }
        $states = @{ '0' = 'Online'; '1' = 'Offline'; '2' = 'Failed'; '3' = 'PartialOnline'; '4' = 'Pending' }
        $roles = [Collections.Generic.List[object]]::new()
        foreach ($group in $groups.Rows) {
            $name = "$(Get-Value $group 'Name')"
            $kind = "$(Get-Value $group 'GroupType')"
            if ($kind -ne 'VirtualMachine' -and $kind -ne '111' -and -not $vmOf.ContainsKey($name)) { continue }
            if ($roles.Count -ge 8000) { break }
            $owner = Get-Value $group 'OwnerNode'
            $ownerName = if ($null -ne (Get-Value $owner 'Name')) { Get-Value $owner 'Name' } else { "$owner" }
            $roles.Add([ordered]@{ name = Limit-Text $name 512; vmId = $vmOf[$name]; state = ConvertTo-Word (Get-Value $group 'State') $states; owner = Limit-Text $ownerName 512 })
            if ($null -ne $vmOf[$name]) { $Run.ClusterVms[$vmOf[$name]] = $true }
        }
        $Run.Cluster['roles'] = $roles
    }
    $store = $ofType['Virtual Machine Cluster WMI']
    if ($resources.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Result $resources; return }
    if ($Run.Kernel -ne '10.0' -or $store.Count -eq 0) {
        Add-Absent -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Reason $(if ($Run.Kernel -ne '10.0') { 'not-applicable' } else { 'empty' })
        return
    }
    $path = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Parameter'; Resource = $store; Name = 'ConfigStoreRootPath' }
    if ($path.Failed) { Add-SectionErrors -Section $Section -Result $path; Add-AbsentOf -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Result $path; return }
    if ($path.Rows.Count -gt 0) { $Run.Cluster['configStoreRootPath'] = Limit-Text (Get-Value $path.Rows[0] 'Value') 1000 }
    if ($null -eq $Run.Cluster['configStoreRootPath']) { Add-Absent -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Reason 'empty' }
}
function Read-ClusterVolumes {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $volumes = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'SharedVolume' }
    Add-SectionErrors -Section $Section -Result $volumes -All
    if ($volumes.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'csvs' -Result $volumes; return }
    $perNode = @{}
    $states = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'SharedVolumeState' }
    Add-SectionErrors -Section $Section -Result $states
    $words = @{ '0' = 'Unavailable'; '1' = 'Paused'; '2' = 'Direct'; '3' = 'FileSystemRedirected'; '4' = 'BlockRedirected' }
    $files = @{ 1 = 'UserRequest'; 2 = 'IncompatibleFileSystemFilter'; 4 = 'IncompatibleVolumeFilter'; 8 = 'FileSystemTiering'; 16 = 'BitLockerInitializing'; 32 = 'FileSystemReFs' }
    $blocks = @{ 1 = 'NoDiskConnectivity'; 2 = 'StorageSpaceNotAttached'; 4 = 'VolumeReplicationEnabled' }
    foreach ($state in $states.Rows) {
        $key = "$(Get-Value $state 'VolumeName')".ToLowerInvariant()
        if ($key -eq '') { $key = "$(Get-Value $state 'Name')".ToLowerInvariant() }
        if (-not $perNode.ContainsKey($key)) { $perNode[$key] = [Collections.Generic.List[object]]::new() }
        $node = Limit-Text (Get-Value $state 'Node') 512
        if ($null -eq $node -or $perNode[$key].Count -ge 128) { continue }
        $perNode[$key].Add([ordered]@{
                node = $node; stateInfo = ConvertTo-Word (Get-Value $state 'StateInfo') $words
                fsRedirectReason = @(Split-Flags (Get-Value $state 'FileSystemRedirectedIOReason') $files 'NotFileSystemRedirected')
                blockRedirectReason = @(Split-Flags (Get-Value $state 'BlockRedirectedIOReason') $blocks 'NotBlockRedirected')
            })
    }
    $faults = @{ 1 = 'NoDirectIO'; 2 = 'NoAccess'; 4 = 'InMaintenance'; 8 = 'Dismounted' }
    $list = [Collections.Generic.List[object]]::new()
    foreach ($volume in $volumes.Rows) {
        foreach ($info in @(Get-Value $volume 'SharedVolumeInfo')) {
            if ($list.Count -ge 1000) { break }
            $part = Get-Value $info 'Partition'
            $id = Limit-Text (Get-Value $part 'Name') 1000
            $owner = Get-Value $volume 'OwnerNode'
            $ownerName = if ($null -ne (Get-Value $owner 'Name')) { Get-Value $owner 'Name' } else { "$owner" }
            $backup = "$(Get-Value $info 'BackupState')"
            $nodes = $perNode["$id".ToLowerInvariant()]
            if ($null -eq $nodes) { $nodes = $perNode["$(Get-Value $volume 'Name')".ToLowerInvariant()] }
            $at = $list.Count
            if ($null -eq $nodes) {
                if ($states.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact "csvs[$at].perNode" -Result $states }
                else { Add-Absent -To $Run.ClusterAbsent -Fact "csvs[$at].perNode" -Reason 'empty' }
            }
            $path = Limit-Text (Get-Value $info 'FriendlyVolumeName') 1000
            $fault = Get-Value $info 'FaultState'
            $list.Add([ordered]@{
                    name = Limit-Text (Get-Value $volume 'Name') 512; volumePath = $path; volumeId = $id; ownerNode = Limit-Text $ownerName 512
                    state = ConvertTo-Word (Get-Value $volume 'State') @{ '2' = 'Online'; '3' = 'Offline'; '4' = 'Failed'; '129' = 'OnlinePending'; '130' = 'OfflinePending' }
                    faultState = $(if ($null -eq $fault) { $null } else { , @(Split-Flags $fault $faults 'NoFaults', 'NoFault', 'None') })
                    backupState = $(if ($backup -match 'InProgress$|^1$') { 'InProgress' } elseif ($backup -match 'None$|^0$|^NoBackup$') { 'None' } else { Limit-Text $backup 64 })
                    maintenanceMode = Get-Value $info 'MaintenanceMode'; redirectedAccess = Get-Value $info 'RedirectedAccess'
                    perNode = $nodes
                })
            $Run.CsvExtras["$path"] = @{ Size = ConvertTo-Whole (Get-Value $part 'Size'); Free = ConvertTo-Whole (Get-Value $part 'FreeSpace'); FileSystem = ConvertTo-Word (Get-Value $part 'FileSystem') }
        }
    }
    $Run.Cluster['csvs'] = $list
}
function Read-Controllers {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] $Live)
    $scsi = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'ScsiController'; VM = $Live }
    $ide = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'IdeController'; VM = $Live }
    foreach ($result in $scsi, $ide) { Add-SectionErrors -Section $Section -Result $result -All }
    $pmem = $null
    if ($Run.Build -ge 17763) {
        $pmem = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'PmemController'; VM = $Live }
        Add-SectionErrors -Section $Section -Result $pmem
    }
    $counts = @{}
    foreach ($pair in @(@('scsi', $scsi), @('ide', $ide), @('pmem', $pmem))) {
        if ($null -eq $pair[1]) { continue }
        foreach ($row in $pair[1].Rows) {
            $key = "$($pair[0]) $(ConvertTo-GuidText (Get-Value $row 'VMId'))"
            if ($pair[0] -eq 'pmem' -and $null -ne (Get-Value $row 'Drives') -and @(Get-Value $row 'Drives').Count -eq 0) { continue }
            $counts[$key] = 1 + [int] $counts[$key]
        }
    }
    $failedScsi = Get-FailedVms -Run $Run -Result $scsi
    $failedIde = Get-FailedVms -Run $Run -Result $ide
    foreach ($vm in $Run.Vms.Values) {
        $facts = [ordered]@{ ide = $null; scsi = $null; scsiFreeSlots = $null; pmem = $null }
        if ($scsi.Failed -or $failedScsi.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'controllers.scsi', 'controllers.scsiFreeSlots' -Result $(if ($failedScsi.ContainsKey($vm.Id)) { $failedScsi[$vm.Id] } else { $scsi }) }
        else {
            $facts['scsi'] = [int] $counts["scsi $($vm.Id)"]
            if ($null -ne $vm.Facts['disks']) {
                $used = 0
                foreach ($disk in $vm.Facts['disks']) { if ($disk['controllerType'] -eq 'SCSI') { $used++ } }
                $facts['scsiFreeSlots'] = [Math]::Max(0, 64 * $facts['scsi'] - $used)
            }
        }
        if ($vm.Facts['generation'] -eq 2) { $facts['ide'] = 0 }
        elseif ($ide.Failed -or $failedIde.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'controllers.ide' -Result $(if ($failedIde.ContainsKey($vm.Id)) { $failedIde[$vm.Id] } else { $ide }) }
        else { $facts['ide'] = [int] $counts["ide $($vm.Id)"] }
        if ($null -eq $pmem) { $facts['pmem'] = 0 }
        elseif ($pmem.Failed -and $pmem.Errors[0].Reason -ne 'not-supported') { Add-AbsentOf -To $vm.Absent -Fact 'controllers.pmem' -Result $pmem }
        else { $facts['pmem'] = [int] $counts["pmem $($vm.Id)"] }
        $vm.Facts['controllers'] = $facts
    }
}
function Read-Devices {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] $Live)
    $wanted = @(@{ Fact = 'fibreChannelHbas'; What = 'FibreChannelHba'; Old = $false }, @{ Fact = 'assignableDevices'; What = 'AssignableDevice'; Old = $true }, @{ Fact = 'gpuPartitions'; What = 'GpuPartitionAdapter'; Old = $true })
    foreach ($kind in $wanted) {
        if ($kind.Old -and $Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
            foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact $kind.Fact -Reason 'not-applicable' }
            continue
        }
        $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = $kind.What; VM = $Live }
        Add-SectionErrors -Section $Section -Result $result
        $lacking = $result.Failed -and $result.Errors[0].Reason -eq 'not-supported' -and $kind.What -eq 'GpuPartitionAdapter'
        $failed = Get-FailedVms -Run $Run -Result $result
        $rows = @{}
        foreach ($row in $result.Rows) {
            $id = ConvertTo-GuidText (Get-Value $row 'VMId')
            if ($null -eq $id) { continue }
            if (-not $rows.ContainsKey($id)) { $rows[$id] = [Collections.Generic.List[object]]::new() }
            $rows[$id].Add($row)
        }
        foreach ($vm in $Run.Vms.Values) {
            if ($lacking) { Add-Absent -To $vm.Absent -Fact $kind.Fact -Reason 'not-applicable' -Text 'This Windows has no GPU partitions.'; continue }
            if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact $kind.Fact -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }); continue }
            if ($kind.Fact -ne 'assignableDevices') { $vm.Facts[$kind.Fact] = if ($rows.ContainsKey($vm.Id)) { $rows[$vm.Id].Count } else { 0 }; continue }
            $devices = [Collections.Generic.List[object]]::new()
            if ($rows.ContainsKey($vm.Id)) { foreach ($row in $rows[$vm.Id]) { if ($devices.Count -lt 64) { $devices.Add((ConvertTo-DeviceFacts -Row $row)) } } }
            $vm.Facts['assignableDevices'] = $devices
        }
    }
}
function Read-FileState {
    param([Parameter(Mandatory)] [string] $Path)
    if ([IO.File]::Exists($Path)) { return 'exists' }
    try {
        if ([IO.Directory]::Exists([IO.Path]::GetDirectoryName($Path))) { return 'missing' }
    }
    catch { return 'unknown' }
    return 'unknown'
}
function Read-Files {
    param([Parameter(Mandatory)] [string] $Path, [string[]] $Extension, [switch] $Text)
    if ($Text) {
        $info = [IO.FileInfo]::new($Path)
        if ($info.Length -gt 1048576) { throw [IO.InvalidDataException]::new("$Path is larger than 1 MiB.") }
        return [IO.File]::ReadAllText($Path, [Text.Encoding]::UTF8)
    }
    $looked = 0
    foreach ($file in [IO.Directory]::EnumerateFiles($Path)) {
        if (++$looked -gt 20000) { throw [IO.InvalidDataException]::new("$Path holds more than 20000 files.") }
        if ($null -eq $Extension -or $Extension -contains [IO.Path]::GetExtension($file)) { $file }
    }
}
function Read-Folders {
    param([Parameter(Mandatory)] [string[]] $Path, [Parameter(Mandatory)] [string[]] $Extension)
    foreach ($folder in $Path) {
        $found = [Collections.Generic.List[string]]::new()
        $fault = $null
        try {
            $looked = 0
            foreach ($file in [IO.Directory]::EnumerateFiles($folder)) {
                if (++$looked -gt 20000) { throw [IO.InvalidDataException]::new("$folder holds more than 20000 files.") }
                if ($Extension -contains [IO.Path]::GetExtension($file)) { $found.Add($file) }
            }
        }
        catch [IO.DirectoryNotFoundException] { $found = [Collections.Generic.List[string]]::new() }
        catch { $fault = $_ }
        @{ Folder = $folder; Files = $found; Fault = $fault }
    }
}
function Read-Guest {
    param([Guid] $VmId, [string] $ComputerName, [Parameter(Mandatory)] [pscredential] $Credential)
    $script = Get-GuestScript
    if ($ComputerName) { Microsoft.PowerShell.Core\Invoke-Command -ComputerName $ComputerName -Credential $Credential -Authentication Kerberos -ScriptBlock $script -ErrorAction Stop }
    else { Microsoft.PowerShell.Core\Invoke-Command -VMId $VmId -Credential $Credential -ScriptBlock $script -ErrorAction Stop }
}
function Read-GuestByFile {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Vm, [string] $Folder)
    if (-not $Folder) { return $null }
    if ($null -eq $Run.GuestFiles) {
        $Run.GuestFiles = @{}
        $listing = Invoke-Source -Run $Run -Reader 'Read-Files' -With @{ Path = $Folder; Extension = @('.json') } -Label 'Read-Files, guest folder'
        $Run.GuestFilesFault = if ($listing.Failed) { $listing.Errors[0] } else { $null }
        foreach ($file in $listing.Rows) { $id = ConvertTo-GuidText ("$file" -replace '^.*[\\/]', ''); if ($null -ne $id) { $Run.GuestFiles[$id] = "$file" } }
    }
    if ($null -ne $Run.GuestFilesFault) { return @{ Facts = $null; Reason = $Run.GuestFilesFault.Reason; Text = $Run.GuestFilesFault.Text; Mend = $Run.GuestFilesFault.Mend } }
    if (-not $Run.GuestFiles.ContainsKey($Vm.Id)) { return $null }
    $content = Invoke-Source -Run $Run -Reader 'Read-Files' -With @{ Path = $Run.GuestFiles[$Vm.Id]; Text = $true } -Label 'Read-Files, guest file'
    if ($content.Failed -or $content.Rows.Count -eq 0) { $cause = $content.Errors[0]; return @{ Facts = $null; Reason = $cause.Reason; Text = $cause.Text; Mend = $cause.Mend } }
    try { return ConvertFrom-GuestText -Text $content.Rows[0] -Evidence 'file' }
    catch { return @{ Facts = $null; Reason = 'error'; Text = "$($Run.GuestFiles[$Vm.Id]) cannot be read: $($_.Exception.Message)"; Mend = 'Run the guest script again in the guest.' } }
}
function Read-GuestByKvp {
    param($Items)
    if ($null -eq $Items) { return $null }
    $joined = Join-KvpPieces -Items $Items.Published
    if ($null -eq $joined) { return $null }
    if ($null -eq $joined.Text) { return @{ Facts = $null; Reason = 'error'; Text = $joined.Fault; Mend = 'Run the guest script again in the guest.' } }
    try { return ConvertFrom-GuestText -Text $joined.Text -Evidence 'kvp-guest' }
    catch { return @{ Facts = $null; Reason = 'error'; Text = "What the guest published cannot be read: $($_.Exception.Message)"; Mend = 'Run the guest script of this collector''s version in the guest.' } }
}
function Read-GuestBySession {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Vm, $System, [bool] $Shielded, [string] $Name, [switch] $ByName)
    if ($null -ne $System -and $System['osFamily'] -ne 'windows') { return $null }
    if ($ByName) { if (-not $Name -or $Name -notmatch '^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$' -or $Name -notmatch '\.') { return $null } }
    else {
        if ($Run.Kernel -ne '10.0' -or $Shielded) { return $null }
        if ($null -ne $System -and $null -ne $System['osVersion'] -and $System['osVersion'] -notlike '10.*') { return $null }
    }
    $groups = [string[]] @(foreach ($group in @($Vm.Facts['vmGroups'])) { if ($null -ne $group) { $group['name'] } })
    try { $credential = Get-QuiesceGuestCredential -VMId $Vm.Id -Tag $groups }
    catch { return @{ Facts = $null; Reason = 'error'; Text = $_.Exception.Message; Mend = 'Set the credential again: Set-QuiesceGuestCredential' } }
    if ($null -eq $credential) { return $null }
    $with = @{ Credential = $credential }
    if ($ByName) { $with['ComputerName'] = $Name } else { $with['VmId'] = [Guid] $Vm.Id }
    $result = Invoke-Source -Run $Run -Reader 'Read-Guest' -With $with
    if ($result.Failed -or $result.Rows.Count -eq 0) {
        $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = 'The guest gave nothing.'; Mend = '' } }
        return @{ Facts = $null; Reason = $cause.Reason; Text = $cause.Text; Mend = $cause.Mend }
    }
    $raw = $result.Rows[0]
    if ($ByName -and "$(ConvertTo-GuidText $raw['VmId'])" -ne $Vm.Id) {
        return @{ Facts = $null; Reason = 'ambiguous'; Text = "The machine that answers as $Name is not this VM: it says it is $(ConvertTo-GuidText $raw['VmId'])."; Mend = 'Look at the name that the guest gives itself, and at DNS.' }
    }
    return ConvertTo-GuestFacts -Raw $raw -Evidence $(if ($ByName) { 'winrm' } else { 'psdirect' })
}
function Read-GuestCluster {
    param([Parameter(Mandatory)] $Service, [int] $TimeoutSeconds = 120)
    CimCmdlets\Invoke-CimMethod -InputObject $Service -MethodName 'QueryGuestClusterInformation' -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
}
function Read-GuestClusterDisks {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $asked = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        $at = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk) { continue }
            if ($disk['kind'] -ne 'vhdset') { Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'not-applicable' }
            elseif (-not $vm.Running) { Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'vm-off' }
            else { $asked[$vm.Id] = $vm }
            $at++
        }
    }
    if ($asked.Count -eq 0) { return }
    $services = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VssService'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $services -All
    $of = @{}
    foreach ($service in $services.Rows) { $of["$(ConvertTo-GuidText (Get-Value $service 'SystemName'))"] = $service }
    foreach ($vm in $asked.Values) {
        $result = $services
        if ($of.ContainsKey($vm.Id)) {
            $result = Invoke-Source -Run $Run -Reader 'Read-GuestCluster' -With @{ Service = $of[$vm.Id]; TimeoutSeconds = $Run.CallSeconds }
            Add-SectionErrors -Section $Section -Result $result -All
        }
        Set-GuestClusterFacts -Vm $vm -Result $result
    }
}
function Read-GuestFacts {
    param([Parameter(Mandatory)] [hashtable] $Run, [string[]] $Way, [string] $Folder)
    $section = Open-Section -Run $Run -Name 'guest'
    $count = 0
    if ($Run.Vms.Count -gt 0) {
        $kvp = Read-KvpFacts -Run $Run -Section $section
        foreach ($vm in $Run.Vms.Values) {
            try { if (Read-GuestOf -Run $Run -Section $section -Vm $vm -Kvp $kvp -Way $Way -Folder $Folder) { $count++ } }
            catch { Add-Absent -To $vm.Absent -Fact 'guest' -Reason 'error' -Text $_.Exception.Message }
        }
    }
    $section.Rows = $count
    Close-Section $section
}
function Read-GuestOf {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [hashtable] $Kvp, [string[]] $Way, [string] $Folder)
    if (-not $Vm.Running) {
        Add-Absent -To $Vm.Absent -Fact 'guest' -Reason $(if ($null -eq $Vm.Facts['state']) { 'error' } else { 'vm-off' })
        if ($null -ne $Run.Session) { Add-Absent -To $Vm.Absent -Fact 'icVersionHostView' -Reason $(if ($null -eq $Vm.Facts['state']) { 'error' } else { 'vm-off' }) }
        return $false
    }
    $items = $Kvp.Of[$Vm.Id]
    $system = if ($null -ne $items) { ConvertFrom-KvpIntrinsic -Items $items.Intrinsic } else { $null }
    if ($null -ne $system -and $null -ne $Run.Session -and $null -ne $system['integrationServicesVersion']) { $Vm.Facts['icVersionHostView'] = $system['integrationServicesVersion'] }
    elseif ($null -ne $Run.Session) { Add-Absent -To $Vm.Absent -Fact 'icVersionHostView' -Reason 'empty' -Text 'The guest does not tell its version.' }
    $shielded = $null -ne $Vm.Facts['security'] -and $Vm.Facts['security']['shielded']
    $found = $null
    $tried = [Collections.Generic.List[object]]::new()
    foreach ($one in $Way) {
        $answer = $null
        switch ($one) {
            'KVP' { $answer = Read-GuestByKvp -Items $items }
            'File' { $answer = Read-GuestByFile -Run $Run -Vm $Vm -Folder $Folder }
            'PowerShellDirect' { $answer = Read-GuestBySession -Run $Run -Vm $Vm -System $system -Shielded $shielded }
            'WinRM' { $answer = Read-GuestBySession -Run $Run -Vm $Vm -System $system -Shielded $shielded -Name $(if ($null -ne $items) { "$($items.Intrinsic['FullyQualifiedDomainName'])" } else { '' }) -ByName }
        }
        if ($null -eq $answer) { continue }
        if ($null -ne $answer.Facts) { $found = $answer; break }
        $tried.Add(@{ Reason = $answer.Reason; Text = "${one}: $($answer.Text)"; Mend = $answer.Mend })
    }
    foreach ($cause in $tried) { Add-SectionErrors -Section $Section -Result @{ Errors = @($cause) } -All }
    if ($null -ne $found) {
        foreach ($note in $found.Absent) { $Vm.Absent.Add($note) }
        if ($null -ne $system) { foreach ($fact in 'osFamily', 'osName', 'osVersion', 'productType', 'integrationServicesVersion') { if ($null -eq $found.Facts[$fact] -and $null -ne $system[$fact]) { $found.Facts[$fact] = $system[$fact] } } }
        $Vm.Facts['guest'] = $found.Facts
        return $true
    }
    $cause = if ($tried.Count -gt 0) { $tried[0] } elseif ($shielded) { @{ Reason = 'not-supported'; Text = 'A shielded VM blocks data exchange and PowerShell Direct; WinRM or a file is the way.' } } else { @{ Reason = 'not-collected'; Text = 'No way into the guest is set up: PowerShell Direct, WinRM, or the guest script.' } }
    if ($null -eq $system) {
        if ($Kvp.Result.Failed) { Add-AbsentOf -To $Vm.Absent -Fact 'guest' -Result $Kvp.Result } else { Add-Absent -To $Vm.Absent -Fact 'guest' -Reason $cause.Reason -Text $cause.Text }
        return $false
    }
    $system['collectedAt'] = Format-Instant ([DateTime]::UtcNow)
    $Vm.Facts['guest'] = $system
    $inside = switch ($system['osFamily']) { 'linux' { 'linux', 'iscsiSessions' } 'bsd' { 'bsd', 'iscsiSessions' } default { 'services', 'vssWriters', 'vssProviders', 'volumes', 'minDiffAreaMb', 'iscsiSessions', 'smbDataMounts', 'storageSpacesOutsideMembers', 'storagePools' } }
    foreach ($fact in $inside) { Add-Absent -To $Vm.Absent -Fact "guest.$fact" -Reason $cause.Reason -Text $cause.Text }
    return $true
}
function Read-HostFacts {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'host'
    $facts = $Run.Host
    $account = Invoke-Source -Run $Run -Reader 'Read-Account'
    if ($account.Rows.Count -gt 0) { $Run.Account = $account.Rows[0] }
    $system = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_OperatingSystem' }
    $computer = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystem' }
    $board = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystemProduct' }
    foreach ($result in $system, $computer, $board) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
    Set-HostIdentity -Run $Run -System $system -Computer $computer -Board $board
    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $windows = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key } -Label 'Read-Registry CurrentVersion'
    $edition = if ($windows.Rows.Count -gt 0) { $windows.Rows[0]['EditionID'] } else { $null }
    $facts['edition'] = Limit-Text $edition 64
    if ($null -eq $facts['edition']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'edition' -Result $windows }
    if ($Run.Kernel -eq '10.0') {
        $facts['icVersion'] = $null
        Add-Absent -To $Run.HostAbsent -Fact 'icVersion' -Reason 'not-applicable'
    }
    else {
        $brought = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = "$key\Virtualization\GuestInstaller\Version" } -Label 'Read-Registry GuestInstaller'
        $facts['icVersion'] = $null
        foreach ($row in $brought.Rows) { foreach ($name in Get-InstallerNames) { if ($null -eq $facts['icVersion']) { $facts['icVersion'] = Limit-Text $row[$name] 64 } } }
        if ($null -eq $facts['icVersion']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'icVersion' -Result $brought }
    }
    Read-VmVersions -Run $Run -Section $section
    Read-ServiceLogon -Run $Run -Section $section
    Read-Antivirus -Run $Run -Section $section
    Read-Products -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
function Read-HostVolumes {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'volumes'
    $Run.Host['volumes'] = $null
    $volumes = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Volume' }
    Add-SectionErrors -Section $section -Result $volumes -Incomplete -All
    if ($volumes.Failed) {
        Add-AbsentOf -To $Run.HostAbsent -Fact 'volumes' -Result $volumes
        $section.Complete = $false
        Close-Section $section
        return
    }
    $partitions = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Partition' }
    $disks = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Disk' }
    $dedup = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'DedupVolume' }
    $replica = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'ReplicaGroup' }
    foreach ($result in $partitions, $disks, $dedup, $replica) { Add-SectionErrors -Section $section -Result $result }
    $buses = @{}
    foreach ($disk in $disks.Rows) { $buses["$(Get-Value $disk 'Number')"] = ConvertTo-Word (Get-Value $disk 'BusType') }
    $places = @{}
    foreach ($partition in $partitions.Rows) {
        $folders = @(foreach ($folder in @(Get-Value $partition 'AccessPaths')) { if ($folder) { "$folder" } })
        foreach ($folder in $folders) {
            if ($folder -like '\\?\Volume{*') { $places[$folder.ToLowerInvariant()] = @{ Bus = $buses["$(Get-Value $partition 'DiskNumber')"]; Folders = @($folders -notlike '\\?\*') } }
        }
    }
    $deduplicated = @{}
    foreach ($entry in $dedup.Rows) { foreach ($key in 'Volume', 'VolumeId') { $deduplicated["$(Get-Value $entry $key)".TrimEnd('\').ToLowerInvariant()] = [bool] (Get-Value $entry 'Enabled') } }
    $replicated = @{}
    foreach ($group in $replica.Rows) {
        $role = if (Get-Value $group 'IsPrimary') { 'source' } else { 'destination' }
        foreach ($copy in @(Get-Value $group 'Replicas')) {
            $data = if ($null -ne (Get-Value $copy 'DataVolume')) { Get-Value $copy 'DataVolume' } else { $copy }
            $replicated["$data".TrimEnd('\').ToLowerInvariant()] = $role
        }
    }
    $tables = @{ Places = $places; Dedup = $deduplicated; DedupFailed = $dedup; Replica = $replicated; ReplicaFailed = $replica }
    foreach ($volume in $volumes.Rows) { if ($Run.Volumes.Count -lt 2000) { $Run.Volumes.Add((ConvertTo-VolumeFacts -Run $Run -Volume $volume -Tables $tables)) } }
    Add-CsvVolumes -Run $Run
    for ($at = 0; $at -lt $Run.Volumes.Count; $at++) {
        foreach ($fact in 'isDedup', 'storageReplica') {
            if ($null -eq $Run.Volumes[$at][$fact]) { Add-AbsentOf -To $Run.HostAbsent -Fact "volumes[$at].$fact" -Result $(if ($fact -eq 'isDedup') { $dedup } else { $replica }) }
        }
    }
    $Run.Host['volumes'] = $Run.Volumes
    $section.Rows = $Run.Volumes.Count
    Close-Section $section
}
function Read-HostVss {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'host-vss'
    foreach ($name in 'hyperVVssWriter', 'vssWriters', 'vssProviders') { $Run.Host[$name] = $null }
    $listing = Invoke-Source -Run $Run -Reader 'Read-Program' -With @{ What = 'writers'; TimeoutSeconds = $Run.CallSeconds }
    $writers = @(ConvertFrom-WriterList -Line $listing.Rows)
    Set-WriterFacts -Run $Run -Section $section -Listing $listing -Writer $writers
    $providers = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ShadowProvider' }
    if ($providers.Rows.Count -gt 0) { $Run.Host['vssProviders'] = @(ConvertTo-ProviderFacts -Row $providers.Rows) }
    else { Add-SectionErrors -Section $section -Result $providers -All; Add-AbsentOf -To $Run.HostAbsent -Fact 'vssProviders' -Result $providers }
    $section.Rows = $writers.Count
    Close-Section $section
}
function Read-HyperV {
    param([Parameter(Mandatory)] [string] $What, $VM, [string[]] $Path)
    switch ($What) {
        'VM' { Hyper-V\Get-VM -ErrorAction Continue }
        'HardDiskDrive' { Hyper-V\Get-VMHardDiskDrive -VM $VM -ErrorAction Continue }
        'ScsiController' { Hyper-V\Get-VMScsiController -VM $VM -ErrorAction Continue }
        'IdeController' { Hyper-V\Get-VMIdeController -VM $VM -ErrorAction Continue }
        'PmemController' { Hyper-V\Get-VMPmemController -VM $VM -ErrorAction Continue }
        'FibreChannelHba' { Hyper-V\Get-VMFibreChannelHba -VM $VM -ErrorAction Continue }
        'AssignableDevice' { Hyper-V\Get-VMAssignableDevice -VM $VM -ErrorAction Continue }
        'GpuPartitionAdapter' { Hyper-V\Get-VMGpuPartitionAdapter -VM $VM -ErrorAction Continue }
        'IntegrationService' { Hyper-V\Get-VMIntegrationService -VM $VM -ErrorAction Continue }
        'Snapshot' { Hyper-V\Get-VMSnapshot -VM $VM -ErrorAction Continue }
        'KeyStorageDrive' { Hyper-V\Get-VMKeyStorageDrive -VM $VM -ErrorAction Continue }
        'Group' { Hyper-V\Get-VMGroup -ErrorAction Continue }
        'SupportedVersion' { Hyper-V\Get-VMHostSupportedVersion -ErrorAction Continue }
        'VHD' { Hyper-V\Get-VHD -Path $Path -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-HyperV does not read '$What'.") }
    }
}
function Read-Integration {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'integration'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'IntegrationService'; VM = $live }
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $result
    foreach ($vm in $Run.Vms.Values) {
        if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'integration' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }) }
        else { $vm.Facts['integration'] = [Collections.Generic.List[object]]::new() }
    }
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"]
        if ($null -eq $vm) { $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'Id'))"] }
        if ($null -eq $vm -or $null -eq $vm.Facts['integration'] -or $vm.Facts['integration'].Count -ge 64) { continue }
        $vm.Facts['integration'].Add((ConvertTo-ComponentFacts -Row $row -Vm $vm -At $vm.Facts['integration'].Count))
    }
    $section.Rows = $result.Rows.Count
    Close-Section $section
}
function Read-JsonText {
    param($Cursor)
    $text = $Cursor.Text
    if ($Cursor.At -ge $text.Length -or $text[$Cursor.At] -cne '"') { throw [FormatException]::new("A string is expected at position $($Cursor.At).") }
    $builder = [Text.StringBuilder]::new()
    $at = $Cursor.At + 1
    while ($true) {
        $stop = $text.IndexOfAny([char[]] '"\', $at)
        if ($stop -lt 0) { throw [FormatException]::new('A string has no end.') }
        [void] $builder.Append($text, $at, $stop - $at)
        if ($text[$stop] -ceq '"') { $Cursor.At = $stop + 1; return $builder.ToString() }
        if ($stop + 1 -ge $text.Length) { throw [FormatException]::new('A string has no end.') }
        $mark = [string] $text[$stop + 1]
        $at = $stop + 2
        if ($mark -ceq 'u') {
            $code = 0
            $digits = if ($at + 4 -le $text.Length) { $text.Substring($at, 4) } else { '' }
            if (-not [int]::TryParse($digits, [Globalization.NumberStyles]::AllowHexSpecifier, [Globalization.CultureInfo]::InvariantCulture, [ref] $code)) {
                throw [FormatException]::new("An escape is broken at position $stop.")
            }
            [void] $builder.Append([char] $code)
            $at += 4
            continue
        }
        $meant = '"\/bfnrt'.IndexOf($mark, [StringComparison]::Ordinal)
        if ($meant -lt 0) { throw [FormatException]::new("An escape is broken at position $stop.") }
        [void] $builder.Append("""\/`b`f`n`r`t"[$meant])
    }
}
function Read-JsonValue {
    param($Cursor, $Depth)
    if (++$Cursor.Values -gt $Cursor.Most) { throw [FormatException]::new("The JSON text holds more than $($Cursor.Most) values.") }
    if ($Depth -gt 16) { throw [FormatException]::new('The JSON text is nested more than 16 deep.') }
    Skip-JsonSpace $Cursor
    $text = $Cursor.Text
    if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
    $letter = $text[$Cursor.At]
    if ($letter -ceq '"') { return Read-JsonText $Cursor }
    if ($letter -ceq '{') {
        $fields = [Collections.Specialized.OrderedDictionary]::new([StringComparer]::Ordinal)
        $Cursor.At++
        Skip-JsonSpace $Cursor
        if ($Cursor.At -lt $text.Length -and $text[$Cursor.At] -ceq '}') { $Cursor.At++; return , $fields }
        while ($true) {
            Skip-JsonSpace $Cursor
            $key = Read-JsonText $Cursor
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length -or $text[$Cursor.At] -cne ':') { throw [FormatException]::new("A colon is missing at position $($Cursor.At).") }
            $Cursor.At++
            $fields[$key] = Read-JsonValue $Cursor ($Depth + 1)
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
            $end = $text[$Cursor.At]
            $Cursor.At++
            if ($end -ceq '}') { return , $fields }
            if ($end -cne ',') { throw [FormatException]::new("A comma is missing at position $($Cursor.At - 1).") }
        }
    }
    if ($letter -ceq '[') {
        $entries = [Collections.Generic.List[object]]::new()
        $Cursor.At++
        Skip-JsonSpace $Cursor
        if ($Cursor.At -lt $text.Length -and $text[$Cursor.At] -ceq ']') { $Cursor.At++; return , $entries }
        while ($true) {
            $entries.Add((Read-JsonValue $Cursor ($Depth + 1)))
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
            $end = $text[$Cursor.At]
            $Cursor.At++
            if ($end -ceq ']') { return , $entries }
            if ($end -cne ',') { throw [FormatException]::new("A comma is missing at position $($Cursor.At - 1).") }
        }
    }
    $rest = $text.Substring($Cursor.At, [Math]::Min(40, $text.Length - $Cursor.At))
    if ($rest -cmatch '^(true|false|null)(?![A-Za-z0-9_])') {
        $Cursor.At += $Matches[1].Length
        if ($Matches[1] -ceq 'null') { return $null }
        return $Matches[1] -ceq 'true'
    }
    if ($rest -cmatch '^-?(?:0|[1-9][0-9]*)(?<fraction>\.[0-9]+)?(?<power>[eE][+-]?[0-9]+)?') {
        $Cursor.At += $Matches[0].Length
        $whole = [long] 0
        if (-not $Matches.ContainsKey('fraction') -and -not $Matches.ContainsKey('power') -and [long]::TryParse($Matches[0], [ref] $whole)) { return $whole }
        return [double]::Parse($Matches[0], [Globalization.CultureInfo]::InvariantCulture)
    }
    throw [FormatException]::new("No JSON value begins at position $($Cursor.At).")
}
function Read-KvpFacts {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $result = Read-Class -Run $Run -ClassName 'Msvm_KvpExchangeComponent' -Namespace $Run.Space
    Add-SectionErrors -Section $Section -Result $result -All
    $kvp = @{}
    foreach ($row in $result.Rows) {
        $id = ConvertTo-GuidText (Get-Value $row 'SystemName')
        if ($null -eq $id -or -not $Run.Vms.Contains($id)) { continue }
        $intrinsic = @{}
        foreach ($text in @(Get-Value $row 'GuestIntrinsicExchangeItems')) { $item = ConvertFrom-KvpItem "$text"; if ($null -ne $item) { $intrinsic[$item.Name] = $item.Data } }
        $published = @{}
        foreach ($text in @(Get-Value $row 'GuestExchangeItems')) { $item = ConvertFrom-KvpItem "$text"; if ($null -ne $item) { $published[$item.Name] = $item.Data } }
        $kvp[$id] = @{ Intrinsic = $intrinsic; Published = $published }
    }
    return @{ Of = $kvp; Result = $result }
}
function Read-LegacyChains {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $known = @{}
    $kinds = @{ '2' = 'Fixed'; '3' = 'Dynamic'; '4' = 'Differencing' }
    foreach ($vm in $Run.Vms.Values) {
        $at = -1
        foreach ($disk in $vm.Facts['disks']) {
            $at++
            Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'not-applicable'
            $path = $disk['path']
            for ($level = 0; $null -ne $path -and $level -lt 60; $level++) {
                $key = $path.ToLowerInvariant()
                if (-not $known.ContainsKey($key)) {
                    if ($known.Count -ge 2000) { break }
                    $result = Invoke-Source -Run $Run -Reader 'Read-RemoteDisk' -With @{ Session = $Run.Session; Namespace = $Run.Space; Path = $path; TimeoutSeconds = $Run.CallSeconds }
                    $vhd = $null
                    if ($result.Rows.Count -gt 0) {
                        $info = ConvertFrom-CimXml -Xml "$($result.Rows[0])"
                        $vhd = [pscustomobject]@{
                            Path = $path; VhdFormat = $(if ($path -match '(?i)x$') { 'VHDX' } else { 'VHD' }); VhdType = ConvertTo-Word $info['Type'] $kinds; Size = $info['MaxInternalSize']; FileSize = $info['FileSize']
                            LogicalSectorSize = $(if ($info.ContainsKey('LogicalSectorSize')) { $info['LogicalSectorSize'] } else { 512 }); PhysicalSectorSize = $info['PhysicalSectorSize']; Alignment = $null; ParentPath = $info['ParentPath']
                        }
                    }
                    $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = "The image service tells nothing of $path."; Mend = ''; Record = $null } }
                    $known[$key] = @{ Vhd = $vhd; Cause = $(if ($null -eq $vhd) { $cause } else { $null }) }
                }
                $path = if ($null -ne $known[$key].Vhd) { Limit-Text $known[$key].Vhd.ParentPath 1024 } else { $null }
            }
            Set-DiskChain -Run $Run -Section $Section -Vm $vm -Disk $disk -At $at -Known $known
        }
    }
}
function Read-LegacyCheckpoints {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'checkpoints'
    $settings = $Run.Settings
    $count = 0
    foreach ($vm in $Run.Vms.Values) {
        if ($settings.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'checkpoints' -Result $settings } else { $vm.Facts['checkpoints'] = [Collections.Generic.List[object]]::new() }
    }
    if ($settings.Failed) { $section.Complete = $false; Add-SectionErrors -Section $section -Result $settings -All }
    foreach ($row in $settings.Rows) {
        if (Test-CurrentSetting -Row $row) { continue }
        $type = "$(Get-Value $row 'VirtualSystemType')"
        if ($type -ne '' -and $type -notlike 'Microsoft:Hyper-V:Snapshot:*') { continue }
        if ($type -eq '' -and "$(Get-Value $row 'SettingType')" -ne '5') { continue }
        $vm = $Run.Vms["$(Get-SettingVm -Row $row)"]
        if ($null -eq $vm -or $null -eq $vm.Facts['checkpoints'] -or $vm.Facts['checkpoints'].Count -ge 1000) { continue }
        $made = Get-Value $row 'CreationTime'
        $kind = if ($type -like '*:Recovery') { 'Recovery' } elseif ($type -like '*:Planned') { 'Planned' } elseif ($type -like '*:Missing') { 'Missing' } elseif ($type -like '*Replica*') { 'Replica' } else { 'Standard' }
        $vm.Facts['checkpoints'].Add([ordered]@{ id = ConvertTo-GuidText (Get-Value $row 'InstanceID'); name = Limit-Text (Get-Value $row 'ElementName') 512; type = $kind; createdAt = $(if ($made -is [DateTime]) { Format-Instant $made } else { $null }); isAutomatic = $false })
        $count++
    }
    $section.Rows = $count
    Close-Section $section
}
function Read-LegacyDisks {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'disks'
    $rasd = Read-Class -Run $Run -ClassName 'Msvm_ResourceAllocationSettingData' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $rasd -Incomplete -All
    $sasd = $null
    if ($Run.Space -ne 'root/virtualization') {
        $sasd = Read-Class -Run $Run -ClassName 'Msvm_StorageAllocationSettingData' -Namespace $Run.Space
        Add-SectionErrors -Section $section -Result $sasd -Incomplete -All
    }
    $rows = @{}
    $disks = [Collections.Generic.List[object]]::new()
    $controllers = @{}
    foreach ($row in @($rasd.Rows) + @(if ($null -ne $sasd) { $sasd.Rows })) {
        $key = "$(Get-Value $row 'InstanceID')".ToLowerInvariant()
        $rows[$key] = $row
        $vm = $Run.Vms["$(ConvertTo-GuidText $key)"]
        if ($null -eq $vm) { continue }
        $kind = "$(Get-Value $row 'ResourceSubType')"
        if ($kind -like '*Virtual Hard Disk' -or $kind -like '*Physical Disk Drive') { $disks.Add(@{ Vm = $vm; Row = $row; IsPhysical = $kind -like '*Physical Disk Drive' }) }
        elseif ($kind -like '*IDE Controller') { $controllers["ide $($vm.Id)"] = 1 + [int] $controllers["ide $($vm.Id)"] }
        elseif ($kind -like '*SCSI Controller') { $controllers["scsi $($vm.Id)"] = 1 + [int] $controllers["scsi $($vm.Id)"] }
        elseif ($kind -like '*Fibre Channel*') { $controllers["fc $($vm.Id)"] = 1 + [int] $controllers["fc $($vm.Id)"] }
    }
    $failed = $rasd.Failed -or ($null -ne $sasd -and $sasd.Failed)
    foreach ($vm in $Run.Vms.Values) {
        if ($failed) { Add-AbsentOf -To $vm.Absent -Fact 'disks', 'controllers', 'fibreChannelHbas' -Result $(if ($rasd.Failed) { $rasd } else { $sasd }); continue }
        $vm.Facts['disks'] = [Collections.Generic.List[object]]::new()
        if ($Run.Space -eq 'root/virtualization') { Add-Absent -To $vm.Absent -Fact 'fibreChannelHbas' -Reason 'not-applicable' } else { $vm.Facts['fibreChannelHbas'] = [int] $controllers["fc $($vm.Id)"] }
    }
    if (-not $failed) {
        foreach ($disk in $disks) { if ($disk.Vm.Facts['disks'].Count -lt 512) { $disk.Vm.Facts['disks'].Add((ConvertTo-LegacyDisk -Run $Run -Disk $disk -Rows $rows)) } }
        foreach ($vm in $Run.Vms.Values) {
            $used = 0
            foreach ($disk in $vm.Facts['disks']) { if ($disk['controllerType'] -eq 'SCSI') { $used++ } }
            $scsi = [int] $controllers["scsi $($vm.Id)"]
            $vm.Facts['controllers'] = [ordered]@{ ide = [int] $controllers["ide $($vm.Id)"]; scsi = $scsi; scsiFreeSlots = [Math]::Max(0, 64 * $scsi - $used); pmem = 0 }
        }
        Read-LegacyChains -Run $Run -Section $section
    }
    $section.Rows = $disks.Count
    Close-Section $section
}
function Read-LegacyHost {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential)
    $far = New-Run -CallSeconds $Run.CallSeconds -RunSeconds $Run.RunSeconds
    foreach ($shared in 'Started', 'Deadline', 'Isolate', 'Calls', 'Log') { $far[$shared] = $Run[$shared] }
    $far.Account = @{ Name = $(if ($null -ne $Credential) { $Credential.UserName } else { $Run.Account.Name }); Elevated = $null; HyperVAdmin = $null }
    $far.Host['name'] = $ComputerName
    $with = @{ ComputerName = $ComputerName; TimeoutSeconds = $Run.CallSeconds }
    if ($null -ne $Credential) { $with['Credential'] = $Credential }
    $session = Invoke-Source -Run $far -Reader 'Read-Session' -With $with
    if ($session.Failed -or $session.Rows.Count -eq 0) {
        foreach ($name in 'host', 'volumes', 'host-vss', 'vms', 'disks', 'checkpoints', 'integration', 'guest') {
            $section = Open-Section -Run $far -Name $name
            $section.Complete = $false
            Add-SectionErrors -Section $section -Result $session -All
            Close-Section $section
        }
        Add-AbsentOf -To $far.HostAbsent -Fact '*' -Result $session
    }
    else {
        $far.Session = $session.Rows[0]
        $far.ComputerName = $ComputerName
        $far.Credential = $Credential
        foreach ($name in 'host', 'host-vss', 'volumes', 'vms', 'disks', 'shares', 'checkpoints', 'integration', 'guest') { Invoke-LegacySection -Run $far -Name $name }
    }
    return @{ Facts = $far.Host; Absent = $far.HostAbsent; Sections = $far.Sections; Vms = $far.Vms; Local = $false }
}
function Read-LegacyIntegration {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'integration'
    $names = [ordered]@{ 'Vss' = '5ced1297-4598-4915-a5fc-ad21bb4d02a4'; 'Heartbeat' = '84eaae65-2f2e-45f5-9bb5-0e857dc8eb47'; 'KvpExchange' = '2a34b1c2-fd73-4043-8a5b-dd2159bc743f'; 'Shutdown' = '9f8233ac-be49-4c79-8ee3-e7e1985b2077'; 'TimeSync' = '2497f4de-e9fa-4204-80e4-4b75c46419c0' }
    $words = @{ '2' = 'Ok'; '3' = 'Degraded'; '6' = 'Error'; '7' = 'NonRecoverableError'; '12' = 'NoContact'; '13' = 'LostCommunication'; '32775' = 'ProtocolMismatch'; '32896' = 'Disabled' }
    $rows = 0
    foreach ($vm in $Run.Vms.Values) { $vm.Facts['integration'] = [Collections.Generic.List[object]]::new() }
    $fault = $null
    foreach ($name in $names.Keys) {
        $settings = Read-Class -Run $Run -ClassName "Msvm_${name}ComponentSettingData" -Namespace $Run.Space
        $states = Read-Class -Run $Run -ClassName "Msvm_${name}Component" -Namespace $Run.Space
        foreach ($result in $settings, $states) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
        if ($settings.Failed) { $fault = $settings }
        $stateOf = @{}
        foreach ($row in $states.Rows) { $stateOf["$(ConvertTo-GuidText (Get-Value $row 'SystemName'))"] = @(Get-Value $row 'OperationalStatus') }
        foreach ($row in $settings.Rows) {
            $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'InstanceID'))"]
            if ($null -eq $vm) { continue }
            $at = $vm.Facts['integration'].Count
            $status = $stateOf[$vm.Id]
            $primary = if ($null -ne $status -and $status.Count -gt 0) { ConvertTo-Word $status[0] $words } else { $null }
            $secondary = if ($null -ne $status -and $status.Count -gt 1) { ConvertTo-Word $status[1] $words } else { $null }
            if ($null -eq $primary) { Add-Absent -To $vm.Absent -Fact "integration[$at].primaryStatus" -Reason $(if ($states.Failed) { $states.Errors[0].Reason } elseif ($vm.Running) { 'empty' } else { 'vm-off' }) }
            $vm.Facts['integration'].Add([ordered]@{ componentId = $names[$name]; role = (Get-ComponentRoles)[$names[$name]]; enabled = "$(Get-Value $row 'EnabledState')" -eq '2'; primaryStatus = $primary; secondaryStatus = $secondary; statusText = $null })
            if ($name -eq 'Heartbeat') { Set-LegacyHeartbeat -Vm $vm -Status $status }
            $rows++
        }
    }
    foreach ($vm in $Run.Vms.Values) {
        if ($null -ne $fault) { $vm.Facts['integration'] = $null; Add-AbsentOf -To $vm.Absent -Fact 'integration' -Result $fault }
        if ($null -eq $vm.Facts['heartbeat']) { Add-Absent -To $vm.Absent -Fact 'heartbeat' -Reason $(if ($vm.Running) { 'error' } else { 'vm-off' }) }
    }
    $section.Rows = $rows
    Close-Section $section
}
function Read-LegacyVms {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'vms'
    $systems = Read-Class -Run $Run -ClassName 'Msvm_ComputerSystem' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $systems -Incomplete -All
    if ($systems.Rows.Count -eq 0 -and $systems.Errors.Count -eq 0) {
        $systems.Errors.Add(@{ Reason = 'permission-denied'; Text = 'Msvm_ComputerSystem lists not even the host: the account has no rights on Hyper-V there.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-HyperV') })
        Add-SectionErrors -Section $section -Result $systems -Incomplete
    }
    $settings = Read-Class -Run $Run -ClassName 'Msvm_VirtualSystemSettingData' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $settings -All
    $Run.Settings = $settings
    $of = @{}
    foreach ($row in $settings.Rows) { if (Test-CurrentSetting -Row $row) { $of["$(Get-SettingVm -Row $row)"] = $row } }
    $folders = @{}
    if ($Run.Space -eq 'root/virtualization') {
        $global = Read-Class -Run $Run -ClassName 'Msvm_VirtualSystemGlobalSettingData' -Namespace $Run.Space
        Add-SectionErrors -Section $section -Result $global -All
        foreach ($row in $global.Rows) { $folders["$(ConvertTo-GuidText (Get-Value $row 'SystemName'))"] = @{ Config = Get-Value $row 'ExternalDataRoot'; Snapshots = Get-Value $row 'SnapshotDataRoot' } }
    }
    else { foreach ($row in $settings.Rows) { if (Test-CurrentSetting -Row $row) { $folders["$(Get-SettingVm -Row $row)"] = @{ Config = Get-Value $row 'ConfigurationDataRoot'; Snapshots = Get-Value $row 'SnapshotDataRoot' } } } }
    foreach ($system in $systems.Rows) {
        $id = ConvertTo-GuidText (Get-Value $system 'Name')
        if ($null -eq $id) { continue }
        Add-LegacyVm -Run $Run -Id $id -System $system -Setting $of[$id] -Folder $folders[$id]
    }
    $section.Rows = $Run.Vms.Count
    Close-Section $section
}
function Read-LegacyVolumes {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'volumes'
    $result = Read-Class -Run $Run -ClassName 'Win32_Volume'
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $Run.Host['volumes'] = $null
    if ($result.Failed -or $result.Rows.Count -eq 0) { Add-AbsentOf -To $Run.HostAbsent -Fact 'volumes' -Result $result }
    else {
        foreach ($row in $result.Rows) {
            $name = Limit-Text (Get-Value $row 'Name') 1000
            $system = ConvertTo-Word (Get-Value $row 'FileSystem')
            $at = $Run.Volumes.Count
            $Run.Volumes.Add([ordered]@{
                    path = $name; uniqueId = Limit-Text (Get-Value $row 'DeviceID') 1000; fileSystem = $system; fileSystemDetail = $system
                    capacityBytes = ConvertTo-Whole (Get-Value $row 'Capacity'); freeBytes = ConvertTo-Whole (Get-Value $row 'FreeSpace'); isCsv = "$name" -like '*\ClusterStorage\*'
                    isDedup = $(if ($Run.Space -eq 'root/virtualization') { $false } else { $null }); blockSize = ConvertTo-Whole (Get-Value $row 'BlockSize')
                    driveType = ConvertTo-Word (Get-Value $row 'DriveType') @{ '2' = 'Removable'; '3' = 'Fixed'; '4' = 'Remote'; '5' = 'CD-ROM' }; busType = $null; storageReplica = 'none'
                })
            Add-Absent -To $Run.HostAbsent -Fact "volumes[$at].busType" -Reason 'not-supported'
        }
        $Run.Host['volumes'] = $Run.Volumes
    }
    $section.Rows = $Run.Volumes.Count
    Close-Section $section
}
function Read-LegacyVss {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'host-vss'
    foreach ($fact in 'hyperVVssWriter', 'vssWriters', 'vssProviders') { $Run.Host[$fact] = $null }
    $with = @{ ComputerName = $Run.ComputerName }
    if ($null -ne $Run.Credential) { $with['Credential'] = $Run.Credential }
    $listing = Invoke-Source -Run $Run -Reader 'Read-RemoteWriters' -With $with
    $writers = @(ConvertFrom-WriterList -Line $listing.Rows)
    Set-WriterFacts -Run $Run -Section $section -Listing $listing -Writer $writers
    $providers = Read-Class -Run $Run -ClassName 'Win32_ShadowProvider'
    if ($providers.Rows.Count -gt 0) { $Run.Host['vssProviders'] = @(ConvertTo-ProviderFacts -Row $providers.Rows) }
    else { Add-SectionErrors -Section $section -Result $providers -All; Add-AbsentOf -To $Run.HostAbsent -Fact 'vssProviders' -Result $providers }
    $section.Rows = $writers.Count
    Close-Section $section
}
function Read-LegacyWindows {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'host'
    $system = Read-Class -Run $Run -ClassName 'Win32_OperatingSystem'
    $computer = Read-Class -Run $Run -ClassName 'Win32_ComputerSystem'
    $board = Read-Class -Run $Run -ClassName 'Win32_ComputerSystemProduct'
    foreach ($result in $system, $computer, $board) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
    $given = $Run.Host['name']
    Set-HostIdentity -Run $Run -System $system -Computer $computer -Board $board
    if ($computer.Rows.Count -eq 0) { $Run.Host['name'] = $given }
    $Run.Space = if ($Run.Kernel -eq '6.0' -or $Run.Kernel -eq '6.1') { 'root/virtualization' } else { 'root/virtualization/v2' }
    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $edition = Invoke-Source -Run $Run -Reader 'Read-RemoteValue' -With @{ Session = $Run.Session; Key = $key; Value = 'EditionID' } -Label 'Read-RemoteValue EditionID'
    $Run.Host['edition'] = if ($edition.Rows.Count -gt 0) { Limit-Text $edition.Rows[0] 64 } else { $null }
    if ($null -eq $Run.Host['edition']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'edition' -Result $edition }
    $Run.Host['icVersion'] = $null
    foreach ($name in Get-InstallerNames) {
        $brought = Invoke-Source -Run $Run -Reader 'Read-RemoteValue' -With @{ Session = $Run.Session; Key = "$key\Virtualization\GuestInstaller\Version"; Value = $name } -Label 'Read-RemoteValue GuestInstaller'
        if ($brought.Rows.Count -gt 0) { $Run.Host['icVersion'] = Limit-Text $brought.Rows[0] 64 }
        if ($null -ne $Run.Host['icVersion'] -or $brought.Failed) { break }
    }
    if ($null -eq $Run.Host['icVersion']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'icVersion' -Result $brought }
    foreach ($fact in 'supportedVmVersions', 'defaultVmVersion') { $Run.Host[$fact] = $null; Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-applicable' }
    foreach ($fact in 'virtualMachinesServiceLogon', 'antivirusExclusions') {
        $Run.Host[$fact] = $null
        Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-supported' -Text 'It is read on the host itself only.'
    }
    Set-LegacyProducts -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
function Read-OrphanFiles {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [Collections.IDictionary] $Folder, [Parameter(Mandatory)] [hashtable] $Used)
    $found = @{}
    $failed = @{}
    $volumes = [ordered]@{}
    foreach ($key in $Folder.Keys) {
        $volume = Get-HostVolume -Run $Run -Path "$($Folder[$key])\"
        $root = if ($null -ne $volume) { "$($volume['path'])" } else { '' }
        if (-not $volumes.Contains($root)) { $volumes[$root] = [Collections.Generic.List[string]]::new() }
        $volumes[$root].Add($Folder[$key])
    }
    foreach ($root in $volumes.Keys) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Folders' -With @{ Path = $volumes[$root]; Extension = @('.avhd', '.avhdx', '.mrt', '.rct') }
        Add-SectionErrors -Section $Section -Result $result
        $answered = @{}
        foreach ($row in $result.Rows) {
            $key = "$($row['Folder'])".ToLowerInvariant()
            $answered[$key] = $true
            if ($null -ne $row['Fault']) {
                $failed[$key] = @{ Label = $result.Label; Errors = @(Get-ErrorReason -Run $Run -Record $row['Fault'] -Reader 'Read-Files' -Label 'Read-Folders'); Rows = @(); Failed = $true }
                Add-SectionErrors -Section $Section -Result $failed[$key]
                continue
            }
            foreach ($file in $row['Files']) {
                $owner = "$file" -replace '(?i)\.(mrt|rct)$', ''
                if ($Used.ContainsKey("$file".ToLowerInvariant()) -or $Used.ContainsKey($owner.ToLowerInvariant())) { continue }
                if (-not $found.ContainsKey($key)) { $found[$key] = [Collections.Generic.List[string]]::new() }
                if ($found[$key].Count -lt 1000) { $found[$key].Add("$file") }
            }
        }
        foreach ($one in $volumes[$root]) { if (-not $answered.ContainsKey($one.ToLowerInvariant())) { $failed[$one.ToLowerInvariant()] = $result } }
    }
    foreach ($vm in $Run.Vms.Values) { Set-OrphanFiles -Vm $vm -Found $found -Failed $failed }
}
function Read-Products {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $services = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_Service' }
    Add-SectionErrors -Section $Section -Result $services -All
    $running = @{}
    foreach ($service in $services.Rows) { $running["$(Get-Value $service 'Name')"] = $service }
    $Run.Host['isClusterNode'] = $null
    if ($services.Rows.Count -gt 0) {
        $cluster = $running['ClusSvc']
        $Run.IsClusterNode = $null -ne $cluster -and "$(Get-Value $cluster 'StartMode')" -ne 'Disabled'
        $Run.Host['isClusterNode'] = $Run.IsClusterNode
    }
    else { Add-AbsentOf -To $Run.HostAbsent -Fact 'isClusterNode' -Result $services }
    $key = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
    $native = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key; Children = $true } -Label 'Read-Registry Uninstall'
    $narrow = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key; Children = $true; View32 = $true } -Label 'Read-Registry Uninstall, 32 bit'
    foreach ($result in $native, $narrow) { Add-SectionErrors -Section $Section -Result $result -All }
    $found = [Collections.Generic.List[object]]::new()
    foreach ($product in Get-KnownProducts) {
        $version = $null
        $seen = $false
        foreach ($entry in @($native.Rows) + @($narrow.Rows)) {
            $title = "$($entry['DisplayName'])"
            if ($title -eq '' -or $title -notmatch $product.Uninstall) { continue }
            $seen = $true
            if ($null -eq $version) { $version = Limit-Text $entry['DisplayVersion'] 64 }
        }
        if (-not $product.ContainsKey('Optional')) { foreach ($name in $product.Services) { if ($running.ContainsKey($name)) { $seen = $true } } }
        elseif ($null -ne $running[$product.Services[0]] -and "$(Get-Value $running[$product.Services[0]] 'State')" -eq 'Running') { $seen = $true }
        if ($seen) { $found.Add([ordered]@{ name = $product.Name; version = $version }) }
    }
    $Run.Host['backupProducts'] = $null
    if ($services.Failed -and $native.Failed) { Add-AbsentOf -To $Run.HostAbsent -Fact 'backupProducts' -Result $services }
    else { $Run.Host['backupProducts'] = $found }
    $Run.Products = $found
}
function Read-Program {
    param([Parameter(Mandatory)] [ValidateSet('writers', 'components', 'rights')] [string] $What, [string] $File, [int] $TimeoutSeconds = 180)
    $system = [Environment]::SystemDirectory
    $start = [Diagnostics.ProcessStartInfo]::new()
    switch ($What) {
        'writers' { $start.FileName = [IO.Path]::Combine($system, 'vssadmin.exe'); $start.Arguments = 'list writers' }
        'components' { $start.FileName = [IO.Path]::Combine($system, 'diskshadow.exe') }
        'rights' { $start.FileName = [IO.Path]::Combine($system, 'secedit.exe'); $start.Arguments = "/export /areas USER_RIGHTS /cfg ""$File"" /quiet" }
    }
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    $start.StandardOutputEncoding = Get-ConsoleEncoding
    $process = [Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        if ($What -eq 'components') { $process.StandardInput.WriteLine('list writers detailed'); $process.StandardInput.WriteLine('exit') }
        $process.StandardInput.Close()
        if (-not $output.Wait($TimeoutSeconds * 1000) -or -not $process.WaitForExit(5000)) {
            $process.Kill()
            throw [TimeoutException]::new("$($start.FileName) took more than $TimeoutSeconds seconds.")
        }
        if ($process.ExitCode -ne 0 -and $What -ne 'components') {
            throw [InvalidOperationException]::new("$($start.FileName) $($start.Arguments) ended with exit code $($process.ExitCode).")
        }
        $output.Result -split '\r\n|\n|\r'
    }
    finally { $process.Dispose() }
}
function Read-QuiesceGuestSecret {
    [CmdletBinding()]
    [OutputType([Management.Automation.PSCredential])]
    param([Parameter(Mandatory)] [pscustomobject] $Entry)
    if ($Entry.Way -eq 'vault') {
        $secret = Get-QuiesceVaultSecret -Vault $Entry.Vault -Name $Entry.Secret
        if ($secret -isnot [Management.Automation.PSCredential]) { throw "The secret '$($Entry.Secret)' of vault '$($Entry.Vault)' is no user name with password." }
        return $secret
    }
    $bytes = Unprotect-QuiesceSecret -Bytes ([IO.File]::ReadAllBytes((Get-QuiesceHome -Child $Entry.File)))
    $stored = ConvertFrom-QuiesceJson -Text ([Text.Encoding]::UTF8.GetString($bytes))
    $password = [Security.SecureString]::new()
    foreach ($sign in $stored['password'].ToCharArray()) { $password.AppendChar($sign) }
    $password.MakeReadOnly()
    [Management.Automation.PSCredential]::new($stored['user'], $password)
}
function Read-ReferencePoints {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'lastReferencePoint' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VirtualSystemReferencePoint'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $result
    $levels = @{ '1' = 'Application'; '2' = 'Crash' }
    foreach ($point in $result.Rows) {
        if ("$(Get-Value $point 'ReferencePointType')" -ne '2') { continue }
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $point 'VirtualSystemIdentifier'))"]
        if ($null -eq $vm) { continue }
        $level = $levels["$(Get-Value $point 'ConsistencyLevel')"]
        if ($null -eq $level) { $level = 'Unknown' }
        $known = $vm.Facts['lastReferencePoint']
        if ($null -ne $known -and $known['consistency'] -ne $level) { $level = 'Unknown' }
        $vm.Facts['lastReferencePoint'] = [ordered]@{ type = 'RctBased'; consistency = $level }
    }
    foreach ($vm in $Run.Vms.Values) {
        if ($null -ne $vm.Facts['lastReferencePoint']) { continue }
        if ($result.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'lastReferencePoint' -Result $result } else { Add-Absent -To $vm.Absent -Fact 'lastReferencePoint' -Reason 'empty' }
    }
}
function Read-Registry {
    param([Parameter(Mandatory)] [string] $Key, [switch] $Children, [switch] $View32)
    $view = if ($View32) { [Microsoft.Win32.RegistryView]::Registry32 } else { [Microsoft.Win32.RegistryView]::Registry64 }
    $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, $view)
    $opened = $machine.OpenSubKey($Key)
    if ($null -eq $opened) { return }
    $names = if ($Children) { $opened.GetSubKeyNames() } else { @('') }
    foreach ($name in $names) {
        $child = if ($name -eq '') { $opened } else { $opened.OpenSubKey($name) }
        if ($null -eq $child) { continue }
        $values = @{ '(key)' = $name }
        foreach ($value in $child.GetValueNames()) { $values[$value] = $child.GetValue($value) }
        $values
    }
}
function Read-RemoteDisk {
    param([Parameter(Mandatory)] $Session, [Parameter(Mandatory)] [string] $Namespace, [Parameter(Mandatory)] [string] $Path, [int] $TimeoutSeconds = 120)
    $service = CimCmdlets\Get-CimInstance -CimSession $Session -Namespace $Namespace -ClassName 'Msvm_ImageManagementService' -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
    if ($Namespace -like '*v2') {
        $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -InputObject $service -MethodName 'GetVirtualHardDiskSettingData' -Arguments @{ Path = $Path } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
        if ("$($answer.ReturnValue)" -eq '0') { return "$($answer.SettingData)" }
    }
    else {
        $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -InputObject $service -MethodName 'GetVirtualHardDiskInfo' -Arguments @{ Path = $Path } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
        if ("$($answer.ReturnValue)" -eq '0') { return "$($answer.Info)" }
    }
    throw [InvalidOperationException]::new("The image service returned $($answer.ReturnValue) for $Path.")
}
function Read-RemoteValue {
    param([Parameter(Mandatory)] $Session, [Parameter(Mandatory)] [string] $Key, [Parameter(Mandatory)] [string] $Value, [int] $TimeoutSeconds = 60)
    $machine = [uint32] 2147483650
    $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -Namespace 'root/default' -ClassName 'StdRegProv' -MethodName 'GetStringValue' -Arguments @{ hDefKey = $machine; sSubKeyName = $Key; sValueName = $Value } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
    if ($null -ne $answer -and "$($answer.ReturnValue)" -eq '0') { $answer.sValue }
}
function Read-RemoteWriters {
    param([Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential)
    $to = @{ ComputerName = $ComputerName; Authentication = 'Kerberos'; ErrorAction = 'Stop' }
    if ($null -ne $Credential) { $to['Credential'] = $Credential }
    Microsoft.PowerShell.Core\Invoke-Command @to -ScriptBlock { vssadmin.exe list writers }
}
function Read-Scvmm {
    param([Parameter(Mandatory)] [string] $What, [string] $Name, [pscredential] $Credential, $Server)
    switch ($What) {
        'Server' {
            $to = @{ ComputerName = $Name; ErrorAction = 'Stop' }
            if ($null -ne $Credential) { $to['Credential'] = $Credential }
            VirtualMachineManager\Get-SCVMMServer @to
        }
        'Host' { VirtualMachineManager\Get-SCVMHost -VMMServer $Server -ErrorAction Continue }
        'Cluster' { VirtualMachineManager\Get-SCVMHostCluster -VMMServer $Server -ErrorAction Continue }
        'VM' { VirtualMachineManager\Get-SCVirtualMachine -VMMServer $Server -All -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-Scvmm does not read '$What'.") }
    }
}
function Read-ServiceLogon {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $Run.Host['virtualMachinesServiceLogon'] = $null
    $result = Invoke-Source -Run $Run -Reader 'Read-UserRights'
    if ($result.Failed) {
        Add-SectionErrors -Section $Section -Result $result -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'virtualMachinesServiceLogon' -Result $result
        return
    }
    $holders = $null
    foreach ($line in $result.Rows) { if ("$line" -match '^\s*SeServiceLogonRight\s*=\s*(.*)$') { $holders = $Matches[1] -split '\s*,\s*' } }
    if ($result.Rows.Count -gt 0) { $Run.Host['virtualMachinesServiceLogon'] = $null -ne $holders -and $holders -contains '*S-1-5-83-0' }
    else { Add-Absent -To $Run.HostAbsent -Fact 'virtualMachinesServiceLogon' -Reason 'error' -Text 'The exported policy is empty.' }
}
function Read-Session {
    param([Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential, [int] $TimeoutSeconds = 120)
    $options = @{ ComputerName = $ComputerName; SessionOption = (CimCmdlets\New-CimSessionOption -Protocol Dcom); OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'Stop' }
    if ($null -ne $Credential) { $options['Credential'] = $Credential }
    CimCmdlets\New-CimSession @options
}
function Read-SmbShares {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'shares'
    $shares = [ordered]@{}
    $known = $true
    foreach ($vm in $Run.Vms.Values) {
        if ($null -eq $vm.Facts['disks']) { $known = $false }
        $paths = @($vm.Facts['configLocation']) + @(foreach ($disk in @($vm.Facts['disks'])) { if ($null -ne $disk -and $disk['kind'] -ne 'passthrough') { $disk['path'] } })
        foreach ($path in $paths) {
            if ("$path" -notmatch '^\\\\(?<server>[^\\?.][^\\]*)\\(?<share>[^\\]+)') { continue }
            $name = "\\$($Matches['server'])\$($Matches['share'])"
            if ($shares.Count -ge 256) { continue }
            $address = $null
            $shares[$name.ToLowerInvariant()] = [ordered]@{ share = $name; byAddress = [Net.IPAddress]::TryParse($Matches['server'], [ref] $address); vssAgent = $null; hostAccountFullControl = $null }
        }
    }
    if ($known -and $Run.Sections['vms'].Complete) { $Run.Host['smbShares'] = @($shares.Values) }
    else { $Run.Host['smbShares'] = $null; Add-Absent -To $Run.HostAbsent -Fact 'smbShares' -Reason 'not-collected' -Text 'Not all disks were read.' }
    for ($at = 0; $at -lt $shares.Count; $at++) {
        foreach ($fact in 'vssAgent', 'hostAccountFullControl') { Add-Absent -To $Run.HostAbsent -Fact "smbShares[$at].$fact" -Reason 'not-collected' -Text 'It is read on the file server.' }
    }
    $section.Rows = $shares.Count
    Close-Section $section
}
function Read-Storage {
    param([Parameter(Mandatory)] [string] $What, [string] $Volume)
    switch ($What) {
        'Volume' { Storage\Get-Volume -ErrorAction Continue }
        'Partition' { Storage\Get-Partition -ErrorAction Continue }
        'Disk' { Storage\Get-Disk -ErrorAction Continue }
        'DedupVolume' { Deduplication\Get-DedupVolume -ErrorAction Continue }
        'RefsDedup' { Microsoft.ReFsDedup.Commands\Get-ReFSDedupStatus -Volume $Volume -ErrorAction Continue }
        'ReplicaGroup' { StorageReplica\Get-SRGroup -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-Storage does not read '$What'.") }
    }
}
function Read-UserRights {
    param([int] $TimeoutSeconds = 120)
    $file = [IO.Path]::Combine([IO.Path]::GetTempPath(), "quiesce-rights-$([Guid]::NewGuid().ToString('n')).inf")
    try {
        [void] (Read-Program -What 'rights' -File $file -TimeoutSeconds $TimeoutSeconds)
        [IO.File]::ReadAllLines($file)
    }
    finally {
        if ([IO.File]::Exists($file)) { [IO.File]::Delete($file) }
    }
}
function Read-VhdFiles {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string[]] $Path, [Parameter(Mandatory)] [hashtable] $Known, [switch] $Apart)
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VHD'; Path = $Path }
    foreach ($vhd in $result.Rows) { $Known["$(Get-Value $vhd 'Path')".ToLowerInvariant()] = @{ Vhd = $vhd; Cause = $null } }
    $left = @(foreach ($one in $Path) { if (-not $Known.ContainsKey($one.ToLowerInvariant())) { $one } })
    if ($left.Count -eq 0) { return }
    $timedOut = $result.Failed -and $result.Errors[0].Reason -eq 'timed-out'
    if ($timedOut -and -not $Apart -and $left.Count -gt 1) {
        $roots = [ordered]@{}
        foreach ($one in $left) {
            $volume = Get-HostVolume -Run $Run -Path $one
            $root = if ($null -ne $volume) { "$($volume['path'])" } else { ($one -split '\\')[0..3] -join '\' }
            if (-not $roots.Contains($root)) { $roots[$root] = [Collections.Generic.List[string]]::new() }
            $roots[$root].Add($one)
        }
        foreach ($root in $roots.Keys) { Read-VhdFiles -Run $Run -Path $roots[$root] -Known $Known -Apart }
        return
    }
    foreach ($one in $left) {
        $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = "Get-VHD gave nothing for $one."; Mend = ''; Record = $null } }
        if (-not $timedOut -and $cause.Reason -ne 'not-supported' -and $Path.Count -gt 1) {
            $literal = if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($one)) { [Management.Automation.WildcardPattern]::Escape($one) } else { $one }
            $alone = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VHD'; Path = @($literal) } -Label 'Read-HyperV VHD, one that failed'
            if ($alone.Rows.Count -gt 0) { $Known[$one.ToLowerInvariant()] = @{ Vhd = $alone.Rows[0]; Cause = $null }; continue }
            if ($alone.Errors.Count -gt 0) { $cause = $alone.Errors[0] }
        }
        $Known[$one.ToLowerInvariant()] = @{ Vhd = $null; Cause = $cause }
    }
}
function Read-VmAccess {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [Collections.IDictionary] $Path)
    $sddl = @{}
    $result = @{ Label = 'Read-Access'; Rows = @(); Errors = @(); Failed = $false }
    if ($Path.Count -gt 0) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Access' -With @{ Path = @($Path.Values) }
        Add-SectionErrors -Section $Section -Result $result
    }
    foreach ($row in $result.Rows) { $sddl[("$(Get-Value $row 'Path')" -replace '^.*FileSystem::', '').ToLowerInvariant()] = "$(Get-Value $row 'Sddl')" }
    foreach ($vm in $Run.Vms.Values) {
        $sid = Get-VmSid -Id $vm.Id
        $levels = @{}
        $shares = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk -or $disk['kind'] -eq 'passthrough' -or $null -eq $disk['path']) { continue }
            if ($disk['isSmb']) { $shares++; continue }
            $text = $sddl[$disk['path'].ToLowerInvariant()]
            $levels[$(if ($null -eq $text) { 'unread' } else { Get-AccessLevel -Sddl $text -Sid $sid })] = $disk['path']
        }
        if ($null -eq $vm.Facts['disks']) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'not-collected' -Text 'The disks were not read.' }
        elseif ($levels.ContainsKey('unread')) { Add-AbsentOf -To $vm.Absent -Fact 'acl' -Result $result }
        elseif ($levels.ContainsKey('none')) { $vm.Facts['acl'] = [ordered]@{ vmAccountFullControl = $false } }
        elseif ($levels.ContainsKey('some')) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'ambiguous' -Text "The VM's account has rights on $($levels['some']), but not full control." }
        elseif ($levels.ContainsKey('group')) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'ambiguous' -Text "The VM's account has no rights of its own on $($levels['group']); the group S-1-5-83-0 (NT VIRTUAL MACHINE\Virtual Machines) has some." }
        elseif ($levels.ContainsKey('full')) { $vm.Facts['acl'] = [ordered]@{ vmAccountFullControl = $true } }
        else { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'not-applicable' -Text $(if ($shares -gt 0) { 'All files are on shares.' } else { 'The VM has no disk files.' }) }
    }
}
function Read-VmDisks {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'disks'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $drives = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'HardDiskDrive'; VM = $live }
    Add-SectionErrors -Section $section -Result $drives -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $drives
    $count = 0
    foreach ($vm in $Run.Vms.Values) {
        if (-not $drives.Failed -and -not $failed.ContainsKey($vm.Id)) { $vm.Facts['disks'] = [Collections.Generic.List[object]]::new() }
        else { Add-AbsentOf -To $vm.Absent -Fact 'disks' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $drives }) }
    }
    foreach ($drive in $drives.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $drive 'VMId'))"]
        if ($null -eq $vm -or $null -eq $vm.Facts['disks'] -or $vm.Facts['disks'].Count -ge 512) { continue }
        $vm.Facts['disks'].Add((ConvertTo-DiskFacts -Run $Run -Drive $drive))
        $count++
    }
    Read-Controllers -Run $Run -Section $section -Live $live
    Read-Devices -Run $Run -Section $section -Live $live
    Read-Chains -Run $Run -Section $section
    Read-GuestClusterDisks -Run $Run -Section $section
    $section.Rows = $count
    Close-Section $section
}
function Read-VmFiles {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'files'
    $used = @{}
    foreach ($key in $Run.Chains.Keys) { $used[$key] = $true }
    $paths = [ordered]@{}
    $folders = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        $own = [ordered]@{}
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk -or $disk['kind'] -eq 'passthrough' -or $null -eq $disk['path'] -or $disk['isSmb']) { continue }
            $paths[$disk['path'].ToLowerInvariant()] = $disk['path']
            foreach ($file in @($disk['path']) + @($disk['chain'])) { if ($null -ne $file) { $own[(Split-Folder $file).ToLowerInvariant()] = Split-Folder $file } }
        }
        $snapshots = $vm.Facts['snapshotFileLocation']
        if ($null -ne $snapshots -and -not $snapshots.StartsWith('\\')) { $own[$snapshots.TrimEnd('\').ToLowerInvariant()] = $snapshots.TrimEnd('\') }
        $vm.Folders = $own
        foreach ($key in $own.Keys) { $folders[$key] = $own[$key] }
    }
    Read-VmAccess -Run $Run -Section $section -Path $paths
    Read-OrphanFiles -Run $Run -Section $section -Folder $folders -Used $used
    $section.Rows = $paths.Count
    Close-Section $section
}
function Read-VmGroups {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'vmGroups' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'Group' }
    Add-SectionErrors -Section $Section -Result $result -All
    if ($result.Failed) {
        foreach ($vm in $Run.Vms.Values) { Add-AbsentOf -To $vm.Absent -Fact 'vmGroups' -Result $result }
        return
    }
    foreach ($vm in $Run.Vms.Values) { $vm.Facts['vmGroups'] = [Collections.Generic.List[object]]::new() }
    foreach ($group in $result.Rows) {
        foreach ($member in @(Get-Value $group 'VMMembers')) {
            $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $member 'Id'))"]
            if ($null -eq $vm -or $vm.Facts['vmGroups'].Count -ge 64) { continue }
            $vm.Facts['vmGroups'].Add([ordered]@{
                    id = ConvertTo-GuidText (Get-Value $group 'InstanceId'); name = Limit-Text (Get-Value $group 'Name') 512
                    type = ConvertTo-Word (Get-Value $group 'GroupType') @{ '0' = 'VMCollectionType'; '1' = 'ManagementCollectionType' }
                })
        }
    }
}
function Read-VmSecurity {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'security' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_SecuritySettingData'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $result -All
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'InstanceID'))"]
        if ($null -eq $vm -or $null -ne $vm.Facts['security']) { continue }
        $flags = [ordered]@{ shielded = 'ShieldingRequested'; vtpm = 'TpmEnabled'; keyStorageDrive = 'KsdEnabled' }
        $facts = [ordered]@{}
        foreach ($name in $flags.Keys) {
            $value = Get-Value $row $flags[$name]
            $facts[$name] = if ($null -eq $value) { $null } else { [bool] $value }
        }
        $vm.Facts['security'] = $facts
    }
    foreach ($vm in $Run.Vms.Values) { if ($null -eq $vm.Facts['security']) { Add-AbsentOf -To $vm.Absent -Fact 'security' -Result $result } }
}
function Read-VmSystems {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $space = 'root/virtualization/v2'
    $systems = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_ComputerSystem'; Namespace = $space }
    Add-SectionErrors -Section $Section -Result $systems -All
    $seen = @{}
    foreach ($system in $systems.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $system 'Name'))"]
        if ($null -eq $vm) { continue }
        $seen[$vm.Id] = $true
        $vm.Facts['healthState'] = ConvertTo-Word (Get-Value $system 'HealthState') @{ '5' = 'Ok'; '20' = 'MajorFailure'; '25' = 'CriticalFailure' }
        $time = Get-Value $system 'LastSuccessfulBackupTime'
        if ($time -is [DateTime] -and $time.Year -gt 1601) { $vm.Facts['lastSuccessfulBackupTime'] = Format-Instant $time }
        else { Add-Absent -To $vm.Absent -Fact 'lastSuccessfulBackupTime' -Reason 'empty' }
    }
    $settings = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VirtualSystemSettingData'; Namespace = $space; Filter = "VirtualSystemType = 'Microsoft:Hyper-V:System:Realized'" }
    Add-SectionErrors -Section $Section -Result $settings -All
    $set = @{}
    foreach ($setting in $settings.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $setting 'VirtualSystemIdentifier'))"]
        if ($null -eq $vm) { continue }
        $set[$vm.Id] = $true
        $incremental = Get-Value $setting 'IncrementalBackupEnabled'
        if ($null -ne $incremental) { $vm.Facts['incrementalBackupEnabled'] = [bool] $incremental }
        else { Add-Absent -To $vm.Absent -Fact 'incrementalBackupEnabled' -Reason 'not-applicable' }
    }
    foreach ($vm in $Run.Vms.Values) {
        if (-not $seen.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'healthState', 'lastSuccessfulBackupTime' -Result $systems }
        if (-not $set.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'incrementalBackupEnabled' -Result $settings }
    }
}
function Read-VmVersions {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $Run.Host['supportedVmVersions'] = $null
    $Run.Host['defaultVmVersion'] = $null
    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        Add-Absent -To $Run.HostAbsent -Fact 'supportedVmVersions' -Reason 'not-applicable'
        Add-Absent -To $Run.HostAbsent -Fact 'defaultVmVersion' -Reason 'not-applicable'
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'SupportedVersion' }
    if ($result.Rows.Count -eq 0) {
        Add-SectionErrors -Section $Section -Result $result -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'supportedVmVersions', 'defaultVmVersion' -Result $result
        return
    }
    $versions = [Collections.Generic.List[string]]::new()
    foreach ($row in $result.Rows) {
        $version = Limit-Text (Get-Value $row 'Version') 64
        if ($null -eq $version -or $versions.Count -ge 64) { continue }
        $versions.Add($version)
        if (Get-Value $row 'IsDefault') { $Run.Host['defaultVmVersion'] = $version }
    }
    $Run.Host['supportedVmVersions'] = $versions
    if ($null -eq $Run.Host['defaultVmVersion']) { Add-Absent -To $Run.HostAbsent -Fact 'defaultVmVersion' -Reason 'empty' }
}
function Read-Vms {
    param([Parameter(Mandatory)] [hashtable] $Run)
    $section = Open-Section -Run $Run -Name 'vms'
    $listing = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VM' }
    Add-SectionErrors -Section $section -Result $listing -Incomplete -All
    if ($listing.Rows.Count -eq 0 -and $listing.Errors.Count -eq 0 -and -not ($Run.Account.Elevated -or $Run.Account.HyperVAdmin)) {
        $listing.Errors.Add(@{ Reason = 'permission-denied'; Text = 'Get-VM lists no VM for an account that is neither elevated nor in Hyper-V Administrators.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-HyperV') })
        Add-SectionErrors -Section $section -Result $listing -Incomplete
    }
    foreach ($vm in $listing.Rows) {
        try { Add-Vm -Run $Run -Vm $vm }
        catch {
            $section.Complete = $false
            $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "A VM could not be read: $($_.Exception.Message)" 2000 })
        }
    }
    $section.Rows = $Run.Vms.Count
    if ($Run.Vms.Count -gt 0) {
        Read-VmSystems -Run $Run -Section $section
        Read-VmSecurity -Run $Run -Section $section
        Read-VmGroups -Run $Run -Section $section
        Read-ReferencePoints -Run $Run -Section $section
    }
    Close-Section $section
}
function Read-VssComponents {
    param([Parameter(Mandatory)] [hashtable] $Run, [switch] $Skip)
    if ($Run.Vms.Count -eq 0) { return }
    $section = Open-Section -Run $Run -Name 'host-vss'
    $reason = $null
    if ($Skip) { $reason = @('not-collected', 'It was left out by -NoVssComponents.') }
    elseif ($Run.ProductType -eq 1) { $reason = @('not-supported', 'Windows clients have no diskshadow.') }
    elseif ($Run.Account.Elevated -eq $false) { $reason = @('permission-denied', 'diskshadow needs an elevated account.') }
    $components = @{}
    $result = $null
    if ($null -eq $reason) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Program' -With @{ What = 'components'; TimeoutSeconds = $Run.CallSeconds }
        Add-SectionErrors -Section $section -Result $result -All
        $components = ConvertFrom-ComponentList -Line $result.Rows
    }
    foreach ($vm in $Run.Vms.Values) {
        if ($components.ContainsKey($vm.Id)) { $vm.Facts['vssComponent'] = $components[$vm.Id] }
        elseif ($null -ne $reason) { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason $reason[0] -Text $reason[1] }
        elseif ($result.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'vssComponent' -Result $result }
        elseif ($components.Count -eq 0) { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason 'error' -Text 'The Hyper-V VSS writer lists no component.' }
        else { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason 'empty' -Text 'The Hyper-V VSS writer does not list this VM.' }
    }
    Close-Section $section
}
function Save-QuiesceState {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Collections.IDictionary] $State)
    $kept = [ordered] @{}
    foreach ($key in $State.Keys) {
        if ($key -ne 'Dropped') { $kept[$key] = $State[$key] }
    }
    $json = ConvertTo-QuiesceJson -Value $kept
    Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes($json))
}
function Select-GuestValue {
    param($Value, $Shape)
    if ($null -eq $Value) { return $null }
    if ($Shape -is [hashtable]) {
        if ($Value -isnot [Collections.IDictionary]) { return $null }
        $record = [ordered]@{}
        foreach ($key in $Value.Keys) { if ($Shape.Keys -ccontains $key) { $record[$key] = Select-GuestValue $Value[$key] $Shape[$key] } }
        return $record
    }
    if ($Shape -is [array]) {
        if ($Value -is [string] -or $Value -is [Collections.IDictionary] -or $Value -isnot [Collections.IEnumerable]) { return $null }
        $list = [Collections.Generic.List[object]]::new()
        foreach ($entry in $Value) {
            if ($list.Count -ge 1000) { break }
            $one = Select-GuestValue $entry $Shape[0]
            if ($null -ne $one) { $list.Add($one) }
        }
        return , $list
    }
    $kind = $Shape.Substring(0, 1)
    if ($kind -eq 'b') { if ($Value -is [bool]) { return $Value } else { return $null } }
    if ($kind -eq 'n') {
        if ($Value -isnot [long] -and $Value -isnot [int]) { return $null }
        if ($Value -lt 0 -or $Value -gt [long] $Shape.Substring(1)) { return $null }
        return [long] $Value
    }
    if ($Value -isnot [string]) { return $null }
    if ($kind -eq 'g') { return ConvertTo-GuidText $Value }
    if ($kind -eq 'i') {
        if ($Value -cmatch '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$') { return $Value } else { return $null }
    }
    if ($Value.Length -gt [int] $Shape.Substring(1)) { return $Value.Substring(0, [int] $Shape.Substring(1)) }
    return $Value
}
function Set-DiskChain {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] $Disk, [int] $At, [Parameter(Mandatory)] [hashtable] $Known)
    if ($Disk['kind'] -eq 'passthrough' -or $null -eq $Disk['path']) {
        $reason = if ($Disk['kind'] -eq 'passthrough') { 'not-applicable' } else { 'empty' }
        Add-Absent -To $Vm.Absent -Fact "disks[$At]" -Reason $reason
        return
    }
    $entry = $Known[$Disk['path'].ToLowerInvariant()]
    $vhd = if ($null -ne $entry) { $entry.Vhd } else { $null }
    if ($null -eq $vhd) {
        $cause = if ($null -ne $entry) { $entry.Cause } else { @{ Reason = 'error'; Text = 'The file was not opened.' } }
        Add-Absent -To $Vm.Absent -Fact "disks[$At]" -Reason $cause.Reason -Text $cause.Text
        $Disk['chainError'] = Get-ChainFault -Run $Run -Path $Disk['path'] -Cause $cause -Missing 'broken'
        Add-SectionErrors -Section $Section -Result @{ Errors = @($cause) }
        return
    }
    $format = ConvertTo-Word (Get-Value $vhd 'VhdFormat') @{ '2' = 'VHD'; '3' = 'VHDX'; '4' = 'VHDSet' }
    $kind = ConvertTo-Word (Get-Value $vhd 'VhdType') @{ '2' = 'Fixed'; '3' = 'Dynamic'; '4' = 'Differencing' }
    $Disk['format'] = $format
    $Disk['type'] = $kind
    $Disk['sizeBytes'] = ConvertTo-Whole (Get-Value $vhd 'Size')
    $Disk['fileBytes'] = ConvertTo-Whole (Get-Value $vhd 'FileSize')
    $Disk['logicalSector'] = ConvertTo-Whole (Get-Value $vhd 'LogicalSectorSize')
    $Disk['physicalSector'] = ConvertTo-Whole (Get-Value $vhd 'PhysicalSectorSize')
    $Disk['alignment'] = ConvertTo-Whole (Get-Value $vhd 'Alignment')
    $chain = [Collections.Generic.List[string]]::new()
    $passed = @{}
    $path = $Disk['path']
    $fault = 'none'
    while ($null -ne $path) {
        $key = $path.ToLowerInvariant()
        if ($passed.ContainsKey($key) -or $chain.Count -ge 1000) { $fault = 'broken'; break }
        $passed[$key] = $true
        $chain.Add($path)
        $link = $Known[$key]
        if ($null -eq $link) { $fault = 'not-read'; break }
        if ($null -eq $link.Vhd) {
            $fault = Get-ChainFault -Run $Run -Path $path -Cause $link.Cause -Missing 'base-missing'
            if ($fault -eq 'not-read') { Add-Absent -To $Vm.Absent -Fact "disks[$At].chainError" -Reason $link.Cause.Reason -Text $link.Cause.Text }
            Add-SectionErrors -Section $Section -Result @{ Errors = @($link.Cause) }
            break
        }
        $path = Limit-Text (Get-Value $link.Vhd 'ParentPath') 1024
    }
    $Disk['chain'] = $chain
    $Disk['chainError'] = $fault
}
function Set-GuestClusterFacts {
    param([Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [hashtable] $Result)
    $answer = if ($Result.Rows.Count -gt 0) { $Result.Rows[0] } else { $null }
    $code = Get-Value $answer 'ReturnValue'
    $told = Get-Value $answer 'GuestClusterInformation'
    $paths = @(Get-Value $told 'SharedVirtualHardDiskPaths')
    $at = -1
    foreach ($disk in $Vm.Facts['disks']) {
        $at++
        if ($disk['kind'] -ne 'vhdset') { continue }
        $fact = "disks[$at].guestCluster"
        if ($Result.Failed) { Add-AbsentOf -To $Vm.Absent -Fact $fact -Result $Result; continue }
        $place = -1
        for ($index = 0; $index -lt $paths.Count; $index++) { if ("$($paths[$index])" -eq $disk['path']) { $place = $index } }
        if ("$code" -ne '0' -or $place -lt 0) { Add-Absent -To $Vm.Absent -Fact $fact -Reason 'error' -Text "QueryGuestClusterInformation returned $code and tells nothing of this disk."; continue }
        $disk['guestCluster'] = [ordered]@{ clustered = Get-At $told 'IsClustered' $place; online = Get-At $told 'IsOnline' $place; ownedOnce = Get-At $told 'IsOwned' $place; activeActive = Get-At $told 'IsActiveActive' $place }
    }
}
function Set-HostIdentity {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $System, [Parameter(Mandatory)] [hashtable] $Computer, [Parameter(Mandatory)] [hashtable] $Board)
    $facts = $Run.Host
    $os = if ($System.Rows.Count -gt 0) { $System.Rows[0] } else { $null }
    $machine = if ($Computer.Rows.Count -gt 0) { $Computer.Rows[0] } else { $null }
    $product = if ($Board.Rows.Count -gt 0) { $Board.Rows[0] } else { $null }
    $name = Limit-Text (Get-Value $machine 'Name') 512
    $facts['name'] = if ($null -ne $name) { $name } else { [Environment]::MachineName }
    $label = Get-Value $machine 'DNSHostName'
    $domain = Get-Value $machine 'Domain'
    $facts['fqdn'] = if ($label -and $domain -and (Get-Value $machine 'PartOfDomain')) { Limit-Text "$label.$domain".ToLowerInvariant() 512 } else { $null }
    if ($null -eq $facts['fqdn']) {
        if ($null -eq $machine) { Add-AbsentOf -To $Run.HostAbsent -Fact 'fqdn' -Result $Computer }
        else { Add-Absent -To $Run.HostAbsent -Fact 'fqdn' -Reason 'empty' -Text 'The host is in no domain.' }
    }
    $facts['hardwareUuid'] = ConvertTo-GuidText (Get-Value $product 'UUID')
    if ($null -eq $facts['hardwareUuid']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'hardwareUuid' -Result $Board }
    $version = Limit-Text (Get-Value $os 'Version') 64
    $facts['osCaption'] = Limit-Text (Get-Value $os 'Caption') 512
    $facts['osVersion'] = $version
    $facts['osBuild'] = ConvertTo-Whole (Get-Value $os 'BuildNumber')
    $facts['productType'] = ConvertTo-Whole (Get-Value $os 'ProductType')
    $facts['uiCulture'] = Limit-Text @(Get-Value $os 'MUILanguages')[0] 64
    if ($null -eq $facts['uiCulture']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'uiCulture' -Result $System }
    if ($null -eq $os) { Add-AbsentOf -To $Run.HostAbsent -Fact 'osCaption', 'osVersion', 'osBuild', 'productType' -Result $System }
    if ("$version" -match '^(\d+\.\d+)\.') { $Run.Kernel = $Matches[1] }
    $Run.Build = [int] $facts['osBuild']
    $Run.ProductType = $facts['productType']
}
function Set-LegacyHeartbeat {
    param([Parameter(Mandatory)] [hashtable] $Vm, $Status)
    if ($null -eq $Status -or $Status.Count -eq 0) { return }
    $first = "$($Status[0])"
    $words = @{ '6' = 'Error'; '7' = 'Error'; '12' = 'NoContact'; '13' = 'LostCommunication'; '15' = 'Paused'; '32896' = 'Disabled' }
    if ($words.ContainsKey($first)) { $Vm.Facts['heartbeat'] = $words[$first]; return }
    if ($first -eq '2' -or $first -eq '3') { $Vm.Facts['heartbeat'] = if ($Status.Count -gt 1 -and "$($Status[1])" -eq '32782') { 'OkApplicationsCritical' } elseif ($Status.Count -gt 1 -and "$($Status[1])" -eq '2') { 'OkApplicationsHealthy' } else { 'OkApplicationsUnknown' } }
}
function Set-LegacyProducts {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)
    $services = Read-Class -Run $Run -ClassName 'Win32_Service'
    Add-SectionErrors -Section $Section -Result $services -All
    $names = @{}
    foreach ($service in $services.Rows) { $names["$(Get-Value $service 'Name')"] = $service }
    $Run.Host['isClusterNode'] = $null
    $Run.Host['backupProducts'] = $null
    if ($services.Rows.Count -eq 0) { Add-AbsentOf -To $Run.HostAbsent -Fact 'isClusterNode', 'backupProducts' -Result $services }
    else {
        $cluster = $names['ClusSvc']
        $Run.IsClusterNode = $null -ne $cluster -and "$(Get-Value $cluster 'StartMode')" -ne 'Disabled'
        $Run.Host['isClusterNode'] = $Run.IsClusterNode
        $Run.Products = @(foreach ($product in Get-KnownProducts) {
                $seen = $false
                foreach ($name in $product.Services) { if (-not $product.ContainsKey('Optional') -and $names.ContainsKey($name)) { $seen = $true } }
                if ($seen) { [ordered]@{ name = $product.Name; version = $null } }
            })
        $Run.Host['backupProducts'] = $Run.Products
    }
    foreach ($fact in 'clusterName', 'clusterId') {
        $Run.Host[$fact] = $null
        if (-not $Run.IsClusterNode) { Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-applicable' }
    }
    if (-not $Run.IsClusterNode) { return }
    $clusters = Read-Class -Run $Run -ClassName 'MSCluster_Cluster' -Namespace 'root/MSCluster'
    Add-SectionErrors -Section $Section -Result $clusters -All
    if ($clusters.Rows.Count -gt 0) { $Run.Host['clusterName'] = Limit-Text (Get-Value $clusters.Rows[0] 'Name') 512 }
    else { Add-AbsentOf -To $Run.HostAbsent -Fact 'clusterName' -Result $clusters }
    Add-Absent -To $Run.HostAbsent -Fact 'clusterId' -Reason 'not-supported' -Text 'The cluster''s classes do not carry it.'
}
function Set-LegacyReplica {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Facts, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent, [Parameter(Mandatory)] $System, [bool] $Old)
    $tables = [ordered]@{
        replicationMode = @('ReplicationMode', @{ '0' = 'None'; '1' = 'Primary'; '2' = 'Replica'; '3' = 'TestReplica'; '4' = 'ExtendedReplica' })
        replicationState = @('ReplicationState', @{ '0' = 'Disabled'; '1' = 'Ready for replication'; '2' = 'Waiting to complete initial replication'; '3' = 'Replicating'; '4' = 'Synced replication complete'; '5' = 'Recovered'; '6' = 'Committed'; '7' = 'Suspended'; '8' = 'Critical'; '9' = 'Waiting to start resynchronization'; '10' = 'Resynchronizing'; '11' = 'Resynchronization suspended'; '12' = 'Failover in progress'; '13' = 'Failback in progress'; '14' = 'Failback complete' })
        replicationHealth = @('ReplicationHealth', @{ '0' = 'NotApplicable'; '1' = 'Normal'; '2' = 'Warning'; '3' = 'Critical' })
    }
    foreach ($fact in $tables.Keys) {
        $Facts[$fact] = if ($Old) { $null } else { ConvertTo-Word (Get-Value $System $tables[$fact][0]) $tables[$fact][1] }
        if ($null -eq $Facts[$fact]) { Add-Absent -To $Absent -Fact $fact -Reason $(if ($Old) { 'not-applicable' } else { 'error' }) }
    }
}
function Set-OrphanFiles {
    param([Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Found, [Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Failed)
    if ($null -eq $Vm.Facts['disks']) { Add-Absent -To $Vm.Absent -Fact 'orphanFiles' -Reason 'not-collected' -Text 'The disks were not read.'; return }
    $orphans = [Collections.Generic.List[string]]::new()
    $cause = $null
    $incomplete = $false
    foreach ($disk in $Vm.Facts['disks']) { if ($disk['chainError'] -eq 'not-read') { $incomplete = $true } }
    foreach ($key in $Vm.Folders.Keys) {
        if ($Failed.ContainsKey($key)) { $cause = $Failed[$key] }
        if ($Found.ContainsKey($key)) { foreach ($file in $Found[$key]) { if ($orphans.Count -lt 1000) { $orphans.Add($file) } } }
    }
    if ($null -ne $cause) { Add-AbsentOf -To $Vm.Absent -Fact 'orphanFiles' -Result $cause }
    elseif ($incomplete -and $orphans.Count -gt 0) { Add-Absent -To $Vm.Absent -Fact 'orphanFiles' -Reason 'ambiguous' -Text 'A chain was not read, so files of it cannot be told from leftovers.' }
    else { $Vm.Facts['orphanFiles'] = $orphans }
}
function Set-QuiescePriority {
    [CmdletBinding()]
    param()
    try { [Diagnostics.Process]::GetCurrentProcess().PriorityClass = [Diagnostics.ProcessPriorityClass]::BelowNormal }
    catch { $PSCmdlet.WriteVerbose("The priority stays as it is: $($_.Exception.Message)") }
}
function Set-VmProduct {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [Collections.IDictionary] $Facts, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent)
    if ($null -eq $Run.Host['backupProducts']) { Add-Absent -To $Absent -Fact 'product' -Reason 'not-collected' -Text 'The host''s installed software was not read.'; return }
    if ($Run.Products.Count -eq 0) { Add-Absent -To $Absent -Fact 'product' -Reason 'empty'; return }
    if ($Run.Products.Count -gt 1) {
        $names = foreach ($product in $Run.Products) { $product['name'] }
        Add-Absent -To $Absent -Fact 'product' -Reason 'ambiguous' -Text "The host has $($Run.Products.Count): $($names -join ', ')."
        return
    }
    $Facts['product'] = [ordered]@{ name = $Run.Products[0]['name']; api = $(if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') { 'vss' } else { 'unknown' }) }
}
function Set-WriterFacts {
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Listing, [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Writer)
    if ($Writer.Count -eq 0) {
        if ($Listing.Errors.Count -eq 0) { $Listing.Errors.Add(@{ Reason = 'permission-denied'; Text = 'vssadmin list writers names no writer: it does so for an account that is not elevated.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-Program'); Record = $null }) }
        Add-SectionErrors -Section $Section -Result $Listing -Incomplete -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'hyperVVssWriter', 'vssWriters' -Result $Listing
        return
    }
    $Run.Host['vssWriters'] = $Writer
    $Run.Host['hyperVVssWriter'] = [ordered]@{ present = $false; state = $null; lastError = $null }
    foreach ($one in $Writer) {
        if ($one['id'] -eq '66841cd4-6ded-4f4b-8f17-fd23f8ddc3de') { $Run.Host['hyperVVssWriter'] = [ordered]@{ present = $true; state = $one['state']; lastError = $one['lastError'] } }
    }
}
function Skip-JsonSpace {
    param($Cursor)
    $text = $Cursor.Text
    $at = $Cursor.At
    while ($at -lt $text.Length -and " `t`r`n".IndexOf($text[$at]) -ge 0) { $at++ }
    $Cursor.At = $at
}
function Split-Flags {
    param($Value, [hashtable] $Bits, [string[]] $None)
    $text = "$Value".Trim()
    if ($text -eq '') { return }
    $number = 0L
    if ([long]::TryParse($text, [ref] $number)) {
        foreach ($bit in $Bits.Keys) { if ($number -band $bit) { $Bits[$bit] } }
        return
    }
    foreach ($word in $text -split '\s*,\s*') { if ($word -ne '' -and $None -notcontains $word) { Limit-Text $word 64 } }
}
function Split-Folder {
    param([string] $Path)
    $cut = $Path.LastIndexOf('\')
    if ($cut -lt 0) { return '' }
    return $Path.Substring(0, $cut)
}
function Step-QuiesceSequence {
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param()
    try {
        Update-QuiesceState -Change { param($state) $state.Sequence = [long] $state.Sequence + 1 }
    }
    catch {
        $state = Get-QuiesceState
        if ($null -ne $state.CollectorId) { throw }
        $PSCmdlet.WriteVerbose("The folder $(Get-QuiesceHome) cannot be written, so this document has no sequence number: $($_.Exception.Message)")
        $state.InstallId = $null
        $state.Epoch = $null
        $state.Sequence = $null
        $state
    }
}
function Test-CurrentSetting {
    param([Parameter(Mandatory)] $Row)
    $type = Get-Value $Row 'VirtualSystemType'
    if ($null -ne $type) { return "$type" -eq 'Microsoft:Hyper-V:System:Realized' }
    return "$(Get-Value $Row 'SettingType')" -eq '3'
}
function Test-DynamicDisk {
    param([Parameter(Mandatory)] $Raw)
    foreach ($row in Get-GuestRows $Raw 'Partition') { if (Test-LdmPartition $row) { return $true } }
    $rows = @(Get-GuestRows $Raw 'DiskPartition')
    if ($rows.Count -eq 0) { return $null }
    foreach ($row in $rows) { if ("$($row['Type'])" -match 'Logical Disk Manager|af9b60a0-1431-4f62-bc68-3311714a69ad|5808c8aa-7e8f-42e0-85d2-e1e90434cfb3') { return $true } }
    foreach ($row in $rows) { if ("$($row['Type'])" -cnotmatch '^(GPT: (Basic Data|System|Microsoft Reserved)|Installable File System|(12|16|32)-bit FAT|Extended( w/.*)?|Extended Partition|Unused)$') { return $null } }
    return $false
}
function Test-LdmPartition {
    param($Row)
    return 'af9b60a0-1431-4f62-bc68-3311714a69ad', '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3' -contains "$(ConvertTo-GuidText $Row['GptType'])" -or "$($Row['MbrType'])" -eq '66'
}
function Test-QuiesceWindows {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    [Environment]::OSVersion.Platform -eq [PlatformID]::Win32NT
}
function Unprotect-QuiesceSecret {
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([Parameter(Mandatory)] [byte[]] $Bytes)
    Import-QuiesceProtectedData
    , [Security.Cryptography.ProtectedData]::Unprotect($Bytes, (Get-QuiesceEntropy), [Security.Cryptography.DataProtectionScope]::LocalMachine)
}
function Update-QuiesceState {
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [scriptblock] $Change)
    $lock = Lock-QuiesceHome -Name 'state'
    try {
        $state = Get-QuiesceState
        [void] $Change.Invoke($state)
        Save-QuiesceState -State $state
        Get-QuiesceState
    }
    finally { $lock.Dispose() }
}
function Wait-QuiesceTime {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [ValidateRange(0, 86400)] [double] $Seconds)
    [Threading.Thread]::Sleep([int] [Math]::Ceiling($Seconds * 1000))
}
function Write-DocumentFile {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
    $full = [IO.Path]::GetFullPath([IO.Path]::Combine($PWD.ProviderPath, $Path))
    Write-QuiesceFile -Path $full -Bytes ([Text.UTF8Encoding]::new($false).GetBytes($Text))
    return $full
}
function Write-QuiesceFile {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes
    )
    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    $temporary = $Path + '.' + [Guid]::NewGuid().ToString('N') + '.tmp'
    try {
        $stream = [IO.FileStream]::new($temporary, [IO.FileMode]::CreateNew, [IO.FileAccess]::Write, [IO.FileShare]::None)
        try {
            $stream.Write($Bytes, 0, $Bytes.Length)
            $stream.Flush($true)
        }
        finally { $stream.Dispose() }
        if ([IO.File]::Exists($Path)) { [IO.File]::Replace($temporary, $Path, [NullString]::Value) }
        else { [IO.File]::Move($temporary, $Path) }
    }
    catch {
        $fault = $_
        try { [IO.File]::Delete($temporary) }
        catch { $PSCmdlet.WriteVerbose("$temporary stays: $($_.Exception.Message)") }
        throw $fault
    }
}
Export-ModuleMember -Function @()
}
& $collector { param($file) Invoke-QuiesceCollection -OutFile $file } $OutFile
} @args
