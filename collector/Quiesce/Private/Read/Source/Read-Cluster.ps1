function Read-Cluster {
    # The only place where FailoverClusters cmdlets are called.
    param([Parameter(Mandatory)] [string] $What, $Resource, [string] $Name)

    # PowerShell 7 would load a module of Windows through a hidden Windows PowerShell and give copies without methods,
    # which Get-ClusterParameter does not take; the module itself works in both.
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
