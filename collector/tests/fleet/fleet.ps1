# The stubbed fleet: what each host is, and what is wrong with its VMs. Synthetic throughout.

$script:CsvId = 'a1000000-0000-4000-8000-0000000000c1'

function Get-FleetStandalone {
    param()
    $old = @(
        New-FleetVm '2012R2' 'FILE01' -Kvp @{ OSName = 'Windows Server 2012 R2 Standard'; OSVersion = '6.3.9600'; OSMajorVersion = '6'; OSMinorVersion = '3'; IntegrationServicesVersion = '6.3.9600.18692' }
        New-FleetVm '2012R2' 'RAW01' -Disks @(@{ Path = 'D:\VMs\RAW01\RAW01.vhdx' }, @{ Path = 'Disk 3 500.00 GB Bus 0 Lun 2 Target 1'; Number = 3 }) -Kvp @{ OSVersion = '6.3.9600'; OSMajorVersion = '6'; OSMinorVersion = '3'; IntegrationServicesVersion = '6.3.9600.18692' }
        New-FleetVm '2012R2' 'OFF01' -With @{ State = 'Off' }
        New-FleetVm '2012R2' 'GEN1' -With @{ Generation = 1 } -Disks @(@{ Path = 'D:\VMs\GEN1\GEN1.vhd'; Type = 'Fixed' }) -Integration @{ Vss = @{ Enabled = $false } } -Kvp @{ OSName = 'Windows Server 2008 R2 Standard'; OSVersion = '6.1.7601'; OSMajorVersion = '6'; OSMinorVersion = '1'; IntegrationServicesVersion = '6.3.9600.18692' }
    )
    New-FleetWorld '2012R2' 'HV12R2-01' $old

    $at = [DateTime]::new(2026, 11, 2, 9, 0, 0, [DateTimeKind]::Utc)
    $middle = @(
        New-FleetVm '2016' 'APP01' -Kvp @{ OSName = 'Windows Server 2016 Standard'; OSVersion = '10.0.14393' }
        New-FleetVm '2016' 'LNX01' -Kvp @{ Guest = ConvertTo-FleetPieces (New-FleetGuestText 'linux'); OSName = 'Ubuntu'; OSVersion = '5.15.0'; OSMajorVersion = '5'; OSMinorVersion = '15'; ProductType = '0'; OSPlatformId = '2'; OSDistributionName = 'Ubuntu'; OSKernelVersion = '5.15.0-91-generic' }
        New-FleetVm '2016' 'CHK01' -Disks @(@{ Path = 'D:\VMs\CHK01\CHK01_A1.avhdx'; Parents = @('D:\VMs\CHK01\CHK01.vhdx') }) -Snapshots @(@{ Name = 'before the update'; Type = 'Standard'; At = $at }) -Kvp @{ OSVersion = '10.0.14393' }
        New-FleetVm '2016' 'GONE01' -Disks @(@{ Path = 'D:\VMs\GONE01\GONE01_B1.avhdx'; Parents = @('D:\VMs\GONE01\GONE01.vhdx'); Missing = 'D:\VMs\GONE01\GONE01.vhdx' }) -Kvp @{ OSVersion = '10.0.14393' }
        New-FleetVm '2016' 'REPL01' -With @{ State = 'Off'; ReplicationMode = 'Replica'; ReplicationState = 'Replicating'; ReplicationHealth = 'Normal' }
        New-FleetVm '2016' 'SHR01' -Disks @(@{ Path = 'D:\VMs\SHR01\SHR01.vhdx' }, @{ Path = 'D:\VMs\shared\quorum.vhdx'; Shared = $true }) -Kvp @{ OSVersion = '10.0.14393' }
    )
    New-FleetWorld '2016' 'HV16-01' $middle -Bend { param($world, $vms) $world.GuestAccess = @('PowerShellDirect', 'KVP', 'File'); $world.Guests["$($vms[0].Id)"] = New-FleetGuestAnswer $vms[0] '10.0.14393' }

    $german = @(
        New-FleetVm '2022' 'BUCHHALTUNG' -Kvp @{ OSName = 'Windows Server 2022 Standard' }
        New-FleetVm '2022' "M$([char] 0xFC)nchen $([char] 0x2019)Archiv$([char] 0x2019)" -Disks @(@{ Path = "D:\VMs\M$([char] 0xFC)nchen\Archiv.vhdx" }) -Kvp @{ OSName = 'Windows Server 2022 Standard' }
        New-FleetVm '2022' 'KEINKVP' -Integration @{ Kvp = @{ Enabled = $false } }
    )
    New-FleetWorld '2022' 'HV22DE-01' $german -With @{ Culture = 'de-DE'; Language = 1031; Writers = 'writers-de.txt' } -Bend {
        param($world, $vms)
        $world.GuestAccess = @('WinRM', 'KVP', 'File')
        $world.GuestFolder = 'D:\Gast'
        $world.Guests['buchhaltung.corp.example'] = New-FleetGuestAnswer $vms[0]
        $world.Folders['D:\Gast'] = @("D:\Gast\$($vms[2].Id).json")
        $world.Folders["D:\Gast\$($vms[2].Id).json"] = @(New-FleetGuestText)
    }
    New-FleetWorld '2022' 'HV22FR-01' @(New-FleetVm '2022' 'COMPTA' -Kvp @{}) -With @{ Culture = 'fr-FR'; Language = 1036; Writers = 'writers-fr-failed.txt' }

    $new = @(
        New-FleetVm '2025' 'WEB01' -Kvp @{ OSName = 'Windows Server 2025 Datacenter'; OSVersion = '10.0.26100' }
        New-FleetVm '2025' 'VAULT01' -Security @{ Shielded = $true; Tpm = $true }
        New-FleetVm '2025' 'DARK01' -Integration @{ Heartbeat = @{ Status = 'NoContact' }; Vss = @{ Status = 'NoContact' }; Kvp = @{ Status = 'NoContact' } } -With @{ Heartbeat = 'NoContact' }
    )
    New-FleetWorld '2025' 'HV25-01' $new

    New-FleetWorld '2019' 'HVWMI-01' @(New-FleetVm '2019' 'WMI01' -Kvp @{}) -Bend {
        param($world)
        foreach ($key in @($world.Cim.Keys)) { if ($key -like 'root/virtualization*') { $world.Cim[$key] = [Exception]::new('The WMI repository is not consistent.') } }
        $world.Programs['writers'] = [TimeoutException]::new('vssadmin.exe took more than 180 seconds.')
    }
}

# A VM on a Cluster Shared Volume; -With is more for New-FleetVm.
function New-FleetCsvVm {
    param([string] $Release, [string] $Name, [hashtable] $With = @{}, [hashtable] $Kvp = @{})
    $folder = "C:\ClusterStorage\Volume1\$Name"
    $disk = @{ Path = "$folder\$Name.vhdx" }
    foreach ($key in $With.Keys) { $disk[$key] = $With[$key] }
    New-FleetVm $Release $Name -With @{ IsClustered = $true; SnapshotFileLocation = $folder; ConfigurationLocation = $folder; Path = $folder } -Disks @($disk) -Kvp $Kvp
}

function New-FleetClusterWorld {
    param([string] $Release, [string] $Cluster, [System.Collections.Specialized.OrderedDictionary] $Nodes)
    foreach ($node in @($Nodes.Keys)) {
        $volumes = @((New-FleetVolume 'C' -Size 200GB -Free 90GB), (New-FleetVolume '' 'CSVFS' 'CSVFS_ReFS' -Size 20TB -Free 8TB -Id $script:CsvId))
        New-FleetWorld $Release $node $Nodes[$node] -With @{ IsNode = $true; Volumes = $volumes } -Bend { param($world) Add-FleetCluster $world $Cluster @($Nodes.Keys) $Nodes }
    }
}

function Get-FleetCluster {
    param()
    $published = { ConvertTo-FleetPieces (New-FleetGuestText) }
    New-FleetClusterWorld '2019' 'CL19' ([ordered]@{
            'HVC19-A' = @((New-FleetCsvVm '2019' 'ERP01' -Kvp @{ OSVersion = '10.0.17763'; Guest = (& $published) }), (New-FleetCsvVm '2019' 'MAIL01' -Kvp @{ OSVersion = '10.0.17763' }))
            'HVC19-B' = @(New-FleetCsvVm '2019' 'DB01' -With @{ Fault = New-SharingFault } -Kvp @{ OSVersion = '10.0.17763' })
        })
    New-FleetClusterWorld '2022' 'CL22' ([ordered]@{
            'HVC22-A' = @(New-FleetCsvVm '2022' 'CRM01' -Kvp @{ Guest = (& $published) })
            'HVC22-B' = @(New-FleetCsvVm '2022' 'CRM02' -Kvp @{ Guest = (& $published) })
        })
}

# Small hosts of a branch each; the last of them falls silent for a day.
function Get-FleetBranch {
    param()
    New-FleetWorld '2012' 'HV12-01' @(New-FleetVm '2012' 'TILL01' -Kvp @{ OSName = 'Windows Server 2012 Standard'; OSVersion = '6.2.9200'; OSMajorVersion = '6'; OSMinorVersion = '2'; IntegrationServicesVersion = '6.2.9200.16384' })
    foreach ($number in 1..7) {
        $name = "BRANCH0$number"
        New-FleetWorld '2022' "HVB-0$number" @(New-FleetVm '2022' $name -Kvp @{ Guest = ConvertTo-FleetPieces (New-FleetGuestText) })
    }
}

# Another process, here the node that owns it, has the file open: ERROR_SHARING_VIOLATION.
function New-SharingFault {
    param()
    $fault = [IO.IOException]::new('The process cannot access the file because it is being used by another process.', -2147024864)
    New-StubError $fault 'ResourceUnavailable'
}

# What FailoverClusters says on a node of a two-node cluster with Storage Spaces Direct and one Cluster Shared Volume on ReFS.
function Add-FleetCluster {
    param([hashtable] $World, [string] $Name, [string[]] $Nodes, [System.Collections.IDictionary] $VmsOf)
    $made = @{}
    $number = 0
    foreach ($node in $Nodes) { $number++; $made[$node] = New-Stub 'FailoverClusters' 'ClusterNode' @{ Name = $node; NodeName = $node; State = 'Up'; BuildNumber = $script:Releases[$World.Release].Build; MajorVersion = 10; MinorVersion = 0; Id = "$number" } }
    $groups = [System.Collections.Generic.List[object]]::new()
    $resources = [System.Collections.Generic.List[object]]::new()
    $ids = @{}
    foreach ($node in $Nodes) {
        foreach ($vm in $VmsOf[$node]) {
            $group = New-Stub 'FailoverClusters' 'ClusterGroup' @{ Name = $vm.Name; GroupType = 'VirtualMachine'; State = 'Online'; OwnerNode = $made[$node]; Id = "$(Get-FleetGuid "group $($vm.Name)")" }
            $groups.Add($group)
            $resources.Add((New-Stub 'FailoverClusters' 'ClusterResource' @{ Name = "Virtual Machine $($vm.Name)"; ResourceType = (New-Row @{ Name = 'Virtual Machine' }); OwnerGroup = $group; OwnerNode = $made[$node]; State = 'Online' }))
            $ids["Virtual Machine $($vm.Name)"] = "$($vm.Id)"
        }
    }
    $resources.Add((New-Stub 'FailoverClusters' 'ClusterResource' @{ Name = 'Virtual Machine Cluster WMI'; ResourceType = (New-Row @{ Name = 'Virtual Machine Cluster WMI' }); OwnerGroup = (New-Row @{ Name = 'Cluster Group' }); OwnerNode = $made[$Nodes[0]]; State = 'Online' }))
    $partition = New-Row @{ Name = "\\?\Volume{$script:CsvId}\"; Size = 20TB; FreeSpace = 8TB; FileSystem = 'CSVFS'; PercentFree = 40 }
    $info = New-Row @{ FaultState = 'NoFaults'; BackupState = 'VolumeBackupStateNone'; FriendlyVolumeName = 'C:\ClusterStorage\Volume1'; Partition = $partition; MaintenanceMode = $false; RedirectedAccess = $false }
    $World.Answers['Get-Cluster'] = @(New-Stub 'FailoverClusters' 'Cluster' @{ Name = $Name; Domain = 'corp.example'; Id = "$(Get-FleetGuid "cluster $Name")"; ClusterFunctionalLevel = 10; S2DEnabled = 1 })
    $World.Answers['Get-ClusterNode'] = @(foreach ($node in $Nodes) { $made[$node] })
    $World.Answers['Get-ClusterGroup'] = $groups.ToArray() + @(New-Stub 'FailoverClusters' 'ClusterGroup' @{ Name = 'Cluster Group'; GroupType = 'Cluster'; State = 'Online'; OwnerNode = $made[$Nodes[0]] })
    $World.Answers['Get-ClusterResource'] = $resources.ToArray()
    $World.ClusterIds = $ids
    $World.Answers['Get-ClusterParameter'] = {
        param($Bound, $Piped)
        foreach ($resource in $Piped) {
            $value = if ($Bound['Name'] -eq 'VmID') { $global:StubWorld.ClusterIds[$resource.Name] } else { 'C:\ClusterStorage\Volume1\Store' }
            New-Stub 'FailoverClusters' 'ClusterParameter' @{ ClusterObject = $resource; Name = "$($Bound['Name'])"; Value = $value; ParameterType = 'String' }
        }
    }
    $World.Answers['Get-ClusterSharedVolume'] = @(New-Stub 'FailoverClusters' 'ClusterSharedVolume' @{ Name = 'Cluster Virtual Disk (Volume1)'; Id = "$(Get-FleetGuid 'csv')"; OwnerNode = $made[$Nodes[0]]; SharedVolumeInfo = @($info); State = 'Online' })
    $World.Answers['Get-ClusterSharedVolumeState'] = @(foreach ($node in $Nodes) { New-Stub 'FailoverClusters' 'ClusterSharedVolumeStateInfo' @{ Name = 'Cluster Virtual Disk (Volume1)'; Node = $node; StateInfo = 'FileSystemRedirected'; FileSystemRedirectedIOReason = 'FileSystemReFs'; BlockRedirectedIOReason = 'NotBlockRedirected'; VolumeFriendlyName = 'Volume1'; VolumeName = "\\?\Volume{$script:CsvId}\" } })
}
