# The reading cmdlets that stand in for those of Windows, with the parameters that they take. A call with a parameter
# that is not here fails as it would on Windows.
@{
    'Hyper-V' = @{
        'Get-VM' = 'Name', 'Id', 'ComputerName'; 'Get-VMHardDiskDrive' = 'VM', 'VMName'; 'Get-VMScsiController' = 'VM', 'VMName'; 'Get-VMIdeController' = 'VM', 'VMName'; 'Get-VMPmemController' = 'VM', 'VMName'
        'Get-VMFibreChannelHba' = 'VM', 'VMName'; 'Get-VMAssignableDevice' = 'VM', 'VMName'; 'Get-VMGpuPartitionAdapter' = 'VM', 'VMName'; 'Get-VMIntegrationService' = 'VM', 'VMName', 'Name'; 'Get-VMSnapshot' = 'VM', 'VMName', 'Name'
        'Get-VMKeyStorageDrive' = 'VM', 'VMName'; 'Get-VMSecurity' = 'VM', 'VMName'; 'Get-VMGroup' = 'Name', 'Id'; 'Get-VMHostSupportedVersion' = 'Default'; 'Get-VHD' = 'Path', 'VMId', 'DiskNumber'; 'Get-VMHost' = 'ComputerName'; 'Get-VMReplication' = 'VMName'
    }
    'FailoverClusters' = @{
        'Get-Cluster' = 'Name'; 'Get-ClusterNode' = 'Name', 'Cluster'; 'Get-ClusterGroup' = 'Name', 'Cluster'; 'Get-ClusterResource' = 'Name', 'Cluster'; 'Get-ClusterParameter' = 'Name', 'Cluster'
        'Get-ClusterSharedVolume' = 'Name', 'Cluster'; 'Get-ClusterSharedVolumeState' = 'Name', 'Node', 'Cluster'
    }
    'Storage' = @{ 'Get-Volume' = 'DriveLetter', 'Path'; 'Get-Partition' = 'DiskNumber', 'DriveLetter'; 'Get-Disk' = 'Number', 'Path' }
    'Deduplication' = @{ 'Get-DedupVolume' = , 'Volume' }
    'StorageReplica' = @{ 'Get-SRGroup' = , 'Name' }
    'Microsoft.ReFsDedup.Commands' = @{ 'Get-ReFSDedupStatus' = , 'Volume' }
    'CimCmdlets' = @{
        'Get-CimInstance' = 'Namespace', 'ClassName', 'Filter', 'Query', 'CimSession', 'ComputerName', 'OperationTimeoutSec', 'Property', 'KeyOnly'; 'Get-CimAssociatedInstance' = 'InputObject', 'ResultClassName', 'CimSession', 'OperationTimeoutSec'
        'Invoke-CimMethod' = 'InputObject', 'ClassName', 'Namespace', 'MethodName', 'Arguments', 'CimSession', 'OperationTimeoutSec'
        'New-CimSession' = 'ComputerName', 'Credential', 'SessionOption', 'OperationTimeoutSec', 'Authentication', 'Name'; 'New-CimSessionOption' = 'Protocol', 'UseSsl', 'Culture', 'UICulture'; 'Remove-CimSession' = 'CimSession', 'Id', 'Name'
    }
}
