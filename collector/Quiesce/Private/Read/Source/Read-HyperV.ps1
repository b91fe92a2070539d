function Read-HyperV {
    # The only place where Hyper-V cmdlets are called. Each line is one call for all VMs; names are module-qualified
    # because VMware's module brings a Get-VM as well. -VM takes the objects of Get-VM, never names, which may hold
    # wildcard characters.
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
