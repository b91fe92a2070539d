# The world of one host: its Windows, its volumes and what every cmdlet and class says of all its VMs at once.

$script:VolumeIds = @{ C = 'c0000000-0000-4000-8000-00000000000c'; D = 'd0000000-0000-4000-8000-00000000000d' }

function New-FleetCim {
    param([string] $Name, [hashtable] $Windows, $Vms, [hashtable] $With)
    $space = 'root/virtualization/v2'
    $cim = @{
        'root/cimv2|Win32_OperatingSystem'       = @(New-Row @{ Caption = $Windows.Caption; Version = $Windows.Version; BuildNumber = "$($Windows.Build)"; ProductType = 3; OperatingSystemSKU = 8; OSLanguage = $With.Language; MUILanguages = @($With.Culture); LastBootUpTime = [DateTime]::new(2026, 11, 1, 6, 0, 0, [DateTimeKind]::Utc) })
        'root/cimv2|Win32_ComputerSystem'        = @(New-Row @{ Name = $Name; DNSHostName = $Name; Domain = 'corp.example'; PartOfDomain = $true })
        'root/cimv2|Win32_ComputerSystemProduct' = @(New-Row @{ UUID = "$(Get-FleetGuid "hardware $Name")".ToUpperInvariant() })
        'root/cimv2|Win32_Service'               = @(foreach ($service in 'vmms', 'VSS', 'swprv', 'RpcSs', 'EventSystem', 'COMSysApp') { New-Row @{ Name = $service; State = 'Running'; StartMode = 'Auto' } })
        'root/cimv2|Win32_ShadowProvider'        = @(New-Row @{ ID = '{b5946137-7b9f-4925-af80-51abd60b20d5}'; Name = 'Microsoft Software Shadow Copy provider 1.0'; Type = 1; Version = '1.0.0.7' })
        'root/microsoft/windows/defender|MSFT_MpComputerStatus' = @(New-Row @{ AntivirusEnabled = $true; RealTimeProtectionEnabled = $true })
        'root/microsoft/windows/defender|MSFT_MpPreference'     = @(New-Row @{ DisableAutoExclusions = $false; ExclusionProcess = @('vmms.exe', 'vmwp.exe') })
        "$space|Msvm_ComputerSystem"             = @(New-Row @{ Name = $Name; ElementName = $Name; HealthState = 5 }) + @(foreach ($vm in $Vms) { New-Row @{ Name = "$($vm.Id)".ToUpperInvariant(); ElementName = $vm.Name; HealthState = 5; LastSuccessfulBackupTime = [DateTime]::UtcNow.AddHours(-20) } })
        "$space|Msvm_VirtualSystemSettingData"   = @(foreach ($vm in $Vms) { New-Row @{ VirtualSystemIdentifier = "$($vm.Id)".ToUpperInvariant(); VirtualSystemType = 'Microsoft:Hyper-V:System:Realized'; IncrementalBackupEnabled = $true; InstanceID = "Microsoft:$($vm.Id)"; ConfigurationDataRoot = "D:\VMs\$($vm.Name)"; SnapshotDataRoot = "D:\VMs\$($vm.Name)" } })
        "$space|Msvm_SecuritySettingData"        = @(foreach ($vm in $Vms) { New-Row @{ InstanceID = "Microsoft:$($vm.Id)\secset"; ShieldingRequested = [bool] $vm.Security['Shielded']; KsdEnabled = $false; TpmEnabled = [bool] $vm.Security['Tpm'] } })
        "$space|Msvm_VirtualSystemReferencePoint" = @()
        "$space|Msvm_KvpExchangeComponent"       = @(foreach ($vm in $Vms) { if ($vm.IsOn -and $null -ne $vm.Kvp) { New-FleetKvp $vm } })
    }
    if ($With.IsNode) { $cim['root/cimv2|Win32_Service'] += New-Row @{ Name = 'ClusSvc'; State = 'Running'; StartMode = 'Auto' } }
    $cim
}

function New-FleetVolume {
    param([string] $Letter, [string] $FileSystem = 'NTFS', [string] $Type = $FileSystem, [long] $Size = 4TB, [long] $Free = 2TB, [string] $Id, [string] $Label)
    if (-not $Id) { $Id = $script:VolumeIds[$Letter] }
    New-Row ([ordered]@{ DriveLetter = $(if ($Letter) { [char] $Letter }); Path = "\\?\Volume{$Id}\"; UniqueId = "\\?\Volume{$Id}\"; FileSystem = $FileSystem; FileSystemType = $Type; FileSystemLabel = $Label; Size = $Size; SizeRemaining = $Free; AllocationUnitSize = 4096; DriveType = 'Fixed'; HealthStatus = 'Healthy' })
}

# The right of full control for the account of each VM, S-1-5-83-1 and its GUID as four numbers.
function Get-FleetAces {
    param($Vms)
    (@(foreach ($vm in $Vms) { $bytes = $vm.Id.ToByteArray(); "(A;;FA;;;S-1-5-83-1-$(@(foreach ($at in 0, 4, 8, 12) { [BitConverter]::ToUInt32($bytes, $at) }) -join '-'))" }) -join '')
}

# What diskshadow says of the Hyper-V VSS writer's components: how this host would back each VM up.
function Get-FleetComponents {
    param($Vms)
    "`t* WRITER `"System Writer`""
    "`t`t- Writer ID   = {e8132975-6f93-4464-a53e-1050253ae220}"
    "`t* WRITER `"Microsoft Hyper-V VSS Writer`""
    "`t`t- Writer ID   = {66841cd4-6ded-4f4b-8f17-fd23f8ddc3de}"
    foreach ($vm in $Vms) {
        $method = if (-not $vm.IsOn -or $null -ne $vm.Integration['Vss']) { 'Backup Using Saved State' } else { 'Backup Using Child Partition Snapshot' }
        "`t`t+ Component `"Microsoft Hyper-V VSS Writer:\$("$($vm.Id)".ToUpperInvariant())`""
        "`t`t`t- Name: $("$($vm.Id)".ToUpperInvariant())"
        "`t`t`t- Logical path: "
        "`t`t`t- Full path: \$("$($vm.Id)".ToUpperInvariant())"
        "`t`t`t- Caption: $method\$($vm.Name)"
        "`t`t`t- Type: VSS_CT_FILEGROUP [2]"
    }
}

# -With: Culture, Language, Writers (a file of texts), IsNode, Volumes. -Bend changes the finished world.
function New-FleetWorld {
    param([string] $Release, [string] $Name, $Vms = @(), [hashtable] $With = @{}, [scriptblock] $Bend)
    $windows = $script:Releases[$Release]
    $set = @{ Culture = 'en-US'; Language = 1033; Writers = 'writers-en.txt'; IsNode = $false; Volumes = @((New-FleetVolume 'C' -Size 200GB -Free 90GB), (New-FleetVolume 'D')) }
    foreach ($key in $With.Keys) { $set[$key] = $With[$key] }
    $files = Get-FleetFiles $Vms
    $snapshots = @(foreach ($vm in $Vms) { foreach ($one in $vm.Snapshots) { New-Stub 'Hyper-V' 'VMSnapshot' @{ VMId = $vm.Id; VMName = $vm.Name; Id = Get-FleetGuid "snapshot $($vm.Name) $($one.Name)"; Name = $one.Name; SnapshotType = $one.Type; CreationTime = $one.At; IsAutomaticCheckpoint = [bool] $one['Automatic']; State = 'Off' } } })
    $world = @{
        Name = $Name; Release = $Release; GuestAccess = @('KVP', 'File'); GuestFolder = $null; Aces = Get-FleetAces $Vms; ComputerName = $null; ClusterIds = @{}; Guests = @{}; Lacking = $windows.Lacking; Files = $files
        Cim = New-FleetCim $Name $windows $Vms $set
        Answers = @{
            'Get-VM' = @(foreach ($vm in $Vms) { $vm.Object }); 'Get-VMHardDiskDrive' = @(foreach ($vm in $Vms) { New-FleetDrives $vm }); 'Get-VMIntegrationService' = @(foreach ($vm in $Vms) { New-FleetIntegration $vm })
            'Get-VMScsiController' = @(foreach ($vm in $Vms) { New-Stub 'Hyper-V' 'VMScsiController' @{ VMId = $vm.Id; VMName = $vm.Name; ControllerNumber = 0; Name = 'SCSI Controller'; Drives = @(foreach ($disk in $vm.Disks) { 'drive' }) } })
            'Get-VMIdeController' = @(foreach ($vm in $Vms) { if ($vm.Generation -eq 1) { foreach ($number in 0, 1) { New-Stub 'Hyper-V' 'VMIdeController' @{ VMId = $vm.Id; VMName = $vm.Name; ControllerNumber = $number } } } })
            'Get-VMPmemController' = @(); 'Get-VMFibreChannelHba' = @(); 'Get-VMAssignableDevice' = @(); 'Get-VMGpuPartitionAdapter' = @(); 'Get-VMKeyStorageDrive' = @(); 'Get-VMGroup' = @(); 'Get-VMSnapshot' = $snapshots
            'Get-VMHostSupportedVersion' = @(foreach ($version in '8.0', '9.0', '10.0', '12.0') { if ([Version] $version -le [Version] $windows.Vm) { New-Stub 'Hyper-V' 'VMHostSupportedVersion' @{ Version = [Version] $version; Name = $windows.Caption; IsDefault = $version -eq $windows.Vm } } })
            'Get-VHD' = {
                param($Bound)
                foreach ($path in $Bound['Path']) {
                    $found = $global:StubWorld.Files["$path".Replace('`', '').ToLowerInvariant()]
                    if ($null -eq $found) { New-StubError ([IO.FileNotFoundException]::new("'$path' was not found.")) 'ObjectNotFound' $path } else { $found }
                }
            }
            'Get-Volume' = $set.Volumes; 'Get-Disk' = @(New-Row @{ Number = 0; BusType = 'SAS'; PartitionStyle = 'GPT' })
            'Get-Partition' = @(foreach ($volume in $set.Volumes) { New-Row @{ DiskNumber = 0; AccessPaths = @($(if ($volume.DriveLetter) { "$($volume.DriveLetter):\" }), $volume.Path) } })
            'Get-DedupVolume' = @(); 'Get-SRGroup' = @(); 'Get-ReFSDedupStatus' = @()
        }
        Readers = @{
            'Read-Account' = { @{ Name = 'CORP\svc-quiesce$'; Elevated = $true; HyperVAdmin = $true } }
            'Read-Registry' = { param([string] $Key, [switch] $Children, [switch] $View32) foreach ($values in $global:StubWorld.Registry["$Key$(if ($View32) { '|32' })"]) { if ($null -ne $values) { $values } } }
            'Read-Program' = { param([string] $What, [string] $File, [int] $TimeoutSeconds) $answer = $global:StubWorld.Programs[$What]; if ($answer -is [Exception]) { throw $answer }; foreach ($line in $answer) { if ($null -ne $line) { $line } } }
            'Read-UserRights' = { param([int] $TimeoutSeconds) '[Unicode]', 'Unicode=yes', '[Privilege Rights]', 'SeServiceLogonRight = *S-1-5-80-0,*S-1-5-83-0' }
            'Read-Files' = { param([string] $Path, [string[]] $Extension, [switch] $Text) foreach ($file in $global:StubWorld.Folders[$Path]) { if ($null -ne $file) { $file } } }
            'Read-Folders' = { param([string[]] $Path, [string[]] $Extension) foreach ($one in $Path) { @{ Folder = $one; Files = @(foreach ($file in $global:StubWorld.Folders[$one]) { if ($null -ne $file) { $file } }); Fault = $null } } }
            'Read-FileState' = { param([string] $Path) if ($global:StubWorld.Files.ContainsKey($Path.ToLowerInvariant())) { 'exists' } elseif ($Path -like 'D:\*') { 'missing' } else { 'unknown' } }
            'Get-QuiesceGuestCredential' = { param([string] $VMId, [string[]] $Tag) if ($global:StubWorld.Guests.Count -gt 0) { [pscredential]::new('GUEST\Administrator', [Security.SecureString]::new()) } }
            'Read-Guest' = { param([Guid] $VmId, [string] $ComputerName, $Credential) $answer = $global:StubWorld.Guests[$(if ($ComputerName) { $ComputerName } else { "$VmId" })]; if ($null -eq $answer) { throw [TimeoutException]::new('The guest did not answer.') }; $answer }
            'Read-Access' = { param([string[]] $Path) foreach ($one in $Path) { [pscustomobject]@{ Path = "Microsoft.PowerShell.Core\FileSystem::$one"; Sddl = "O:BAG:BAD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)$($global:StubWorld.Aces)" } } }
        }
        Registry = @{
            'SOFTWARE\Microsoft\Windows NT\CurrentVersion' = @(@{ '(key)' = ''; EditionID = 'ServerDatacenter'; CurrentBuildNumber = "$($windows.Build)" })
            'SOFTWARE\Microsoft\Windows NT\CurrentVersion\Virtualization\GuestInstaller\Version' = @(@{ '(key)' = ''; 'Microsoft-Hyper-V-Guest-Installer' = '6.3.9600.18692' })
            'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' = @(@{ '(key)' = '{1}'; DisplayName = 'Veeam Hyper-V Integration'; DisplayVersion = '12.3.1.1139' })
        }
        Programs = @{ writers = @(Get-FleetText $set.Writers); components = @(Get-FleetComponents $Vms) }; Folders = @{}; Remote = @{}
    }
    if ($null -ne $Bend) { & $Bend $world $Vms }
    $world
}
