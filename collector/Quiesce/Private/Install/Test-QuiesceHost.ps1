function Test-QuiesceHost {
    <#
    .SYNOPSIS
    The lines of Test-QuiesceCollector about what this account can read on this host.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $Run)

    $vss = 'VSS of the host'
    $hyperV = 'Hyper-V'
    $cluster = 'Cluster'
    $checks = @(
        @('Windows', 'Version, edition, computer', 'Read-Cim', @{ ClassName = 'Win32_OperatingSystem' }),
        @('Windows', 'Installed backup products', 'Read-Registry', @{ Key = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'; Children = $true }),
        @('Windows', 'Right "Log on as a service" of the VMs', 'Read-UserRights', @{}),
        @('Storage', 'Volumes and free space', 'Read-Storage', @{ What = 'Volume' }),
        @('Storage', 'Disks and buses', 'Read-Storage', @{ What = 'Disk' }),
        @($vss, 'Writers and their state', 'Read-Program', @{ What = 'writers' }),
        @($vss, 'Providers', 'Read-Cim', @{ ClassName = 'Win32_ShadowProvider' }),
        @($vss, 'Components of the Hyper-V writer', 'Read-Program', @{ What = 'components' }),
        @($hyperV, 'VMs by the module', 'Read-HyperV', @{ What = 'VM' }),
        @($hyperV, 'VMs by WMI, with KVP and last backup', 'Read-Cim', @{ ClassName = 'Msvm_ComputerSystem'; Namespace = 'root/virtualization/v2' }),
        @($hyperV, 'VM groups', 'Read-HyperV', @{ What = 'Group' }),
        @($cluster, 'Name and level', 'Read-Cluster', @{ What = 'Cluster' }),
        @($cluster, 'Roles and owners', 'Read-Cluster', @{ What = 'Group' }),
        @($cluster, 'State of the CSVs per node', 'Read-Cluster', @{ What = 'SharedVolumeState' })
    )
    foreach ($check in $checks) { Test-QuiesceSource -Run $Run -Area $check[0] -What $check[1] -Reader $check[2] -With $check[3] }

    $vms = (Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VM' }).Rows
    if ($vms.Count -eq 0) { return }
    $first = @($vms[0])
    foreach ($what in 'IntegrationService', 'HardDiskDrive', 'Snapshot') {
        Test-QuiesceSource -Run $Run -Area $hyperV -What "$what of one VM" -Reader 'Read-HyperV' -With @{ What = $what; VM = $first }
    }
    $folder = Get-Value $vms[0] 'ConfigurationLocation'
    if ($folder) { Test-QuiesceSource -Run $Run -Area 'Files' -What "Access list of $folder" -Reader 'Read-Access' -With @{ Path = @($folder) } }
}
