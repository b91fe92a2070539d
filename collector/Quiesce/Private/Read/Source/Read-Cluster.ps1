function Read-Cluster {
    # The only place where FailoverClusters cmdlets are called.
    param([Parameter(Mandatory)] [string] $What, $Resource, [string] $Name)

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
