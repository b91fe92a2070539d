# What guests say of themselves, by each way. Synthetic.

function New-FleetRows { param([object[]] $Rows = @()) @{ Rows = @($Rows); Fault = $null } }

# What the collector's script returns out of a healthy Windows guest over PowerShell Direct or WinRM.
function New-FleetGuestAnswer {
    param($Vm, [string] $Version = '10.0.20348')
    $system = '\\?\Volume{11111111-0000-4000-8000-000000000001}\'
    @{
        Os = New-FleetRows @{ Caption = 'Microsoft Windows Server'; Version = $Version; ProductType = 3 }
        Service = New-FleetRows @(foreach ($name in 'VSS', 'vmicvss', 'vmickvpexchange', 'vmicheartbeat', 'swprv', 'RpcSs', 'EventSystem', 'COMSysApp', 'SENS', 'MSDTC', 'VDS') { @{ Name = $name; State = 'Running'; StartMode = $(if ($name -match 'VSS|swprv|COMSys|VDS|vmic') { 'Manual' } else { 'Auto' }) } })
        Volume = New-FleetRows @(@{ DeviceID = $system; DriveLetter = 'C:'; FileSystem = 'NTFS'; Capacity = [uint64] 100GB; FreeSpace = [uint64] 60GB; DriveType = 3; SystemVolume = $false; BootVolume = $true })
        MountPoint = New-FleetRows; Partition = New-FleetRows @(@{ AccessPaths = @('C:\', $system); GptType = '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'; MbrType = $null; DiskNumber = 0; IsSystem = $false })
        Disk = New-FleetRows @(@{ Number = 0; BusType = 10 }); DiskPartition = New-FleetRows @(@{ DiskIndex = 0; Type = 'GPT: Basic Data' })
        ShadowStorage = New-FleetRows; ShadowCopy = New-FleetRows; Provider = New-FleetRows @(@{ ID = '{b5946137-7b9f-4925-af80-51abd60b20d5}'; Name = 'Microsoft Software Shadow Copy provider 1.0'; Type = 1 })
        BitLocker = New-FleetRows; Iscsi = New-FleetRows; Smb = New-FleetRows; Pool = New-FleetRows; PhysicalDisk = New-FleetRows; PoolMember = New-FleetRows; Cluster = New-FleetRows; ClusterVolume = New-FleetRows
        VmId = "$($Vm.Id)"; MinDiffAreaMb = $null; Components = $Version; Writers = @(Get-FleetText 'writers-en.txt')
    }
}

# The JSON text that the guest script writes to a file or publishes, of a Windows or a Linux guest.
function New-FleetGuestText {
    param([string] $Family = 'windows')
    $at = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
    if ($Family -eq 'linux') {
        return ConvertTo-CheckJson ([ordered]@{ collectedAt = $at; osFamily = 'linux'; osName = 'Ubuntu 22.04.4 LTS'; osVersion = '5.15.0-91-generic'; iscsiSessions = 0; smbDataMounts = 0; linux = [ordered]@{ hvUtilsLoaded = $true; vssDaemon = 'running'; kvpDaemon = 'running'; rootFs = 'ext4'; remoteMounts = 0; mounts = @([ordered]@{ source = '/dev/sda2'; target = '/'; fsType = 'ext4'; readOnly = $false; esp = $false }, [ordered]@{ source = '/dev/sda1'; target = '/boot/efi'; fsType = 'vfat'; readOnly = $false; esp = $true }) } })
    }
    $writers = @(foreach ($pair in @(@('System Writer', 'e8132975-6f93-4464-a53e-1050253ae220'), @('Registry Writer', 'afbab4a2-367d-4d15-a586-71dbb18f8485'))) { [ordered]@{ id = $pair[1]; name = $pair[0]; state = 1; lastError = 'none' } })
    ConvertTo-CheckJson ([ordered]@{
            collectedAt = $at; osFamily = 'windows'; osName = 'Microsoft Windows Server 2022 Standard'; osVersion = '10.0.20348'; productType = 3; integrationServicesVersion = '10.0.20348'
            services = @(foreach ($name in 'VSS', 'vmicvss', 'swprv', 'RpcSs', 'EventSystem', 'COMSysApp', 'MSDTC', 'SENS') { [ordered]@{ name = $name; state = 'Running'; startMode = $(if ($name -match 'Rpc|Event|SENS') { 'Auto' } else { 'Manual' }) } })
            vssWriters = $writers; vssProviders = @([ordered]@{ name = 'Microsoft Software Shadow Copy provider 1.0'; id = 'b5946137-7b9f-4925-af80-51abd60b20d5'; type = 'system' })
            volumes = @([ordered]@{ deviceId = '\\?\Volume{11111111-0000-4000-8000-000000000001}\'; driveLetter = 'C:'; mountPaths = @('C:\'); fileSystem = 'NTFS'; capacityBytes = 107374182400; freeBytes = 64424509440; partitionRole = 'data'; isDynamic = $false; busType = 'SAS'; bitlocker = 'off'; diffAreaVolume = 'same'; diffAreaMaxBytes = 0; shadowCopies = 0 })
            minDiffAreaMb = $null; iscsiSessions = 0; smbDataMounts = 0; storageSpacesOutsideMembers = 0; storagePools = @(); absent = @([ordered]@{ fact = 'minDiffAreaMb'; reason = 'empty'; text = 'The registry value does not exist.' })
        })
}

# The same in pieces as the guest script publishes them through KVP: Quiesce.<n>of<m>.<sha8>, base64 of gzip cut at 900 characters.
function ConvertTo-FleetPieces {
    param([string] $Text)
    $buffer = [IO.MemoryStream]::new()
    $gzip = [IO.Compression.GZipStream]::new($buffer, [IO.Compression.CompressionMode]::Compress)
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    $gzip.Write($bytes, 0, $bytes.Length)
    $gzip.Dispose()
    $base64 = [Convert]::ToBase64String($buffer.ToArray())
    $hash = [Security.Cryptography.SHA256]::Create()
    $sha = [BitConverter]::ToString($hash.ComputeHash([Text.Encoding]::ASCII.GetBytes($base64))).Replace('-', '').ToLowerInvariant().Substring(0, 8)
    $count = [int] [Math]::Ceiling($base64.Length / 900)
    $pieces = @{}
    for ($at = 0; $at -lt $count; $at++) { $pieces["Quiesce.$($at + 1)of$count.$sha"] = $base64.Substring($at * 900, [Math]::Min(900, $base64.Length - $at * 900)) }
    $pieces
}
