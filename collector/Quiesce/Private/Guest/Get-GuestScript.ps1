function Get-GuestScript {
    # What runs in a Windows guest over PowerShell Direct or WinRM: queries only, and vssadmin's list of writers. It
    # returns plain rows; what they mean is decided on the host. Get-WmiObject serves guests without the CIM cmdlets.
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
