# Builds what the stubs answer for one Hyper-V host. Everything here is made up (synthetic).

$script:Releases = @{
    '2012'   = @{ Version = '6.2.9200'; Build = 9200; Caption = 'Microsoft Windows Server 2012 Standard'; Vm = '4.0'; Lacking = @('Get-VMGroup', 'Get-VMHostSupportedVersion', 'Get-VMAssignableDevice', 'Get-VMGpuPartitionAdapter', 'Get-VMPmemController', 'Get-VMKeyStorageDrive', 'Get-ClusterSharedVolumeState', 'Get-SRGroup', 'Get-ReFSDedupStatus', 'Get-DedupVolume') }
    '2012R2' = @{ Version = '6.3.9600'; Build = 9600; Caption = 'Microsoft Windows Server 2012 R2 Datacenter'; Vm = '5.0'; Lacking = @('Get-VMGroup', 'Get-VMHostSupportedVersion', 'Get-VMAssignableDevice', 'Get-VMGpuPartitionAdapter', 'Get-VMPmemController', 'Get-VMKeyStorageDrive', 'Get-SRGroup', 'Get-ReFSDedupStatus') }
    '2016'   = @{ Version = '10.0.14393'; Build = 14393; Caption = 'Microsoft Windows Server 2016 Datacenter'; Vm = '8.0'; Lacking = @('Get-VMPmemController', 'Get-VMGpuPartitionAdapter', 'Get-ReFSDedupStatus') }
    '2019'   = @{ Version = '10.0.17763'; Build = 17763; Caption = 'Microsoft Windows Server 2019 Datacenter'; Vm = '9.0'; Lacking = @('Get-ReFSDedupStatus') }
    '2022'   = @{ Version = '10.0.20348'; Build = 20348; Caption = 'Microsoft Windows Server 2022 Datacenter'; Vm = '10.0'; Lacking = @('Get-ReFSDedupStatus') }
    '2025'   = @{ Version = '10.0.26100'; Build = 26100; Caption = 'Microsoft Windows Server 2025 Datacenter'; Vm = '12.0'; Lacking = @() }
}
$script:Components = [ordered]@{
    Heartbeat = '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47'; Vss = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'; Kvp = '2A34B1C2-FD73-4043-8A5B-DD2159BC743F'
    Shutdown = '9F8233AC-BE49-4C79-8EE3-E7E1985B2077'; TimeSync = '2497F4DE-E9FA-4204-80E4-4B75C46419C0'; Copy = '6C09BB55-D683-4DA0-8931-C9BF705F6480'
}

# The same GUID for the same words, on every run.
function Get-FleetGuid {
    param([string] $Of)
    $hash = [Security.Cryptography.SHA256]::Create()
    try { [Guid]::new([byte[]] $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes("quiesce fleet $Of"))[0..15]) } finally { $hash.Dispose() }
}

function Get-FleetText { param([string] $File) [IO.File]::ReadAllLines([IO.Path]::Combine($PSScriptRoot, 'texts', $File), [Text.Encoding]::UTF8) }

# One VM: what each cmdlet and class says of it. -With changes properties of Get-VM; -Disks are { Path, Parent, Type, Number, ... }.
function New-FleetVm {
    param([string] $Release, [string] $Name, [hashtable] $With = @{}, [hashtable[]] $Disks, [hashtable[]] $Snapshots = @(), [hashtable] $Integration = @{}, [hashtable] $Kvp, [hashtable] $Security = @{}, [hashtable] $Also = @{})
    $id = Get-FleetGuid "vm $Name"
    $modern = $script:Releases[$Release].Version -like '10.0*'
    $state = if ($With.ContainsKey('State')) { $With.State } else { 'Running' }
    $isOn = $state -eq 'Running'
    $generation = if ($With.ContainsKey('Generation')) { $With.Generation } elseif ($Release -eq '2012') { 1 } else { 2 }
    $values = @{
        Name = $Name; Id = $id; State = $state; OperationalStatus = @('Ok'); PrimaryOperationalStatus = 'Ok'; Status = 'Operating normally'; Uptime = [TimeSpan]::FromHours($(if ($isOn) { 340 } else { 0 }))
        Heartbeat = $(if ($isOn) { 'OkApplicationsHealthy' }); ReplicationMode = 'None'; ReplicationState = 'Disabled'; ReplicationHealth = 'NotApplicable'; Generation = $generation; Version = $script:Releases[$Release].Vm
        MemoryAssigned = $(if ($isOn) { 4GB } else { 0 }); MemoryStartup = 4GB; ProcessorCount = 2; IsClustered = $false; IsDeleted = $false; SnapshotFileLocation = "D:\VMs\$Name"; ConfigurationLocation = "D:\VMs\$Name"; Path = "D:\VMs\$Name"
        IntegrationServicesVersion = $(if ($modern -or -not $isOn) { [Version] '0.0' } else { [Version] '6.3.9600.18692' }); IntegrationServicesState = ''; CreationTime = [DateTime]::new(2024, 3, 1, 8, 0, 0, [DateTimeKind]::Utc)
    }
    if ($modern) { $values['CheckpointType'] = 'Production'; $values['AutomaticCheckpointsEnabled'] = $false }
    foreach ($key in $With.Keys) { $values[$key] = $With[$key] }
    $without = if ($modern) { @() } else { 'CheckpointType', 'AutomaticCheckpointsEnabled', 'Groups' }
    if ($null -eq $Disks) { $Disks = @(@{ Path = "D:\VMs\$Name\$Name.vhdx" }) }
    @{ Id = $id; Name = $Name; IsOn = $isOn; Release = $Release; Generation = $generation; Object = New-Stub 'Hyper-V' 'VirtualMachine' $values -Without $without; Disks = $Disks; Snapshots = $Snapshots; Integration = $Integration; Kvp = $Kvp; Security = $Security; Also = $Also }
}

function New-FleetDrives {
    param($Vm)
    $lun = 0
    foreach ($disk in $Vm.Disks) {
        $kind = if ($disk.ContainsKey('Controller')) { $disk.Controller } elseif ($Vm.Generation -eq 1 -and $lun -eq 0) { 'IDE' } else { 'SCSI' }
        New-Stub 'Hyper-V' 'HardDiskDrive' @{ VMId = $Vm.Id; VMName = $Vm.Name; Path = $disk.Path; DiskNumber = $disk['Number']; ControllerType = $kind; ControllerNumber = 0; ControllerLocation = $lun; SupportPersistentReservations = [bool] $disk['Shared']; Name = 'Hard Drive'; Id = "Microsoft:$($Vm.Id)\$lun" }
        $lun++
    }
}

# Every file of the disks by its path: what Get-VHD says, or the error it ends in.
function Get-FleetFiles {
    param($Vms)
    $files = @{}
    foreach ($vm in $Vms) {
        foreach ($disk in $vm.Disks) {
            if ($disk['Number'] -or $null -eq $disk['Path']) { continue }
            $chain = @($disk.Path) + @($disk['Parents'])
            for ($at = 0; $at -lt $chain.Count; $at++) {
                if ($null -eq $chain[$at]) { continue }
                $parent = if ($at + 1 -lt $chain.Count) { $chain[$at + 1] }
                if ($disk['Missing'] -eq $chain[$at]) { continue }
                $format = switch -Regex ($chain[$at]) { '\.a?vhdx$' { 'VHDX' } '\.vhds$' { 'VHDSet' } default { 'VHD' } }
                $kind = if ($null -ne $parent) { 'Differencing' } elseif ($disk['Type']) { $disk.Type } else { 'Dynamic' }
                $files[$chain[$at].ToLowerInvariant()] = if ($disk['Fault']) { $disk.Fault } else {
                    New-Stub 'Hyper-V' 'VirtualHardDisk' @{ Path = $chain[$at]; VhdFormat = $format; VhdType = $kind; Size = 100GB; FileSize = 40GB; LogicalSectorSize = 512; PhysicalSectorSize = 4096; BlockSize = 32MB; ParentPath = $(if ($null -ne $parent) { $parent } else { '' }); Alignment = 1; Attached = $vm.IsOn }
                }
            }
        }
    }
    $files
}

function New-FleetIntegration {
    param($Vm)
    foreach ($role in $script:Components.Keys) {
        if ($role -eq 'Copy' -and $Vm.Release -eq '2012') { continue }
        $set = $Vm.Integration[$role]
        $enabled = if ($null -ne $set -and $set.ContainsKey('Enabled')) { $set.Enabled } else { $role -ne 'Copy' }
        $status = if (-not $Vm.IsOn) { $null } elseif ($null -ne $set -and $set.ContainsKey('Status')) { $set.Status } elseif ($enabled) { 'Ok' } else { 'Disabled' }
        New-Stub 'Hyper-V' 'VMIntegrationComponent' @{ VMId = $Vm.Id; VMName = $Vm.Name; Id = "Microsoft:$($Vm.Id)\$($script:Components[$role])"; Name = $role; Enabled = $enabled; PrimaryOperationalStatus = $status; OperationalStatus = $(if ($status) { @($status) }); PrimaryStatusDescription = "$status" }
    }
}

function New-FleetKvp {
    param($Vm)
    $items = [ordered]@{ OSName = 'Windows Server 2022 Datacenter'; OSVersion = '10.0.20348'; OSMajorVersion = '10'; OSMinorVersion = '0'; ProductType = '3'; OSPlatformId = '2'; IntegrationServicesVersion = '10.0.20348'; FullyQualifiedDomainName = "$($Vm.Name.ToLowerInvariant()).corp.example" }
    foreach ($key in @($Vm.Kvp.Keys)) { if ($key -ne 'Guest') { $items[$key] = $Vm.Kvp[$key] } }
    $xml = { param($name, $data, $source) "<INSTANCE CLASSNAME=`"Msvm_KvpExchangeDataItem`"><PROPERTY NAME=`"Data`" TYPE=`"string`"><VALUE>$([Security.SecurityElement]::Escape($data))</VALUE></PROPERTY><PROPERTY NAME=`"Name`" TYPE=`"string`"><VALUE>$name</VALUE></PROPERTY><PROPERTY NAME=`"Source`" TYPE=`"uint16`"><VALUE>$source</VALUE></PROPERTY></INSTANCE>" }
    $guest = if ($null -ne $Vm.Kvp -and $Vm.Kvp.ContainsKey('Guest')) { $Vm.Kvp.Guest } else { @{} }
    New-Row @{
        SystemName = "$($Vm.Id)".ToUpperInvariant(); InstanceID = "Microsoft:$($Vm.Id)\$($script:Components.Kvp)"
        GuestIntrinsicExchangeItems = @(foreach ($key in $items.Keys) { & $xml $key $items[$key] 2 }); GuestExchangeItems = @(foreach ($key in $guest.Keys) { & $xml $key $guest[$key] 0 })
    }
}
