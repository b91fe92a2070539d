function Add-GuestPools {
    # Storage pools with their members, and how many members come in over iSCSI, Fibre Channel or NVMe: those are no
    # virtual disks of this VM, which Windows shows as SAS or SCSI. Disks and pools are joined by the last GUID of their
    # ObjectId. A pool whose members cannot be told leaves both facts open.
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [Collections.IDictionary] $Facts)

    $Facts['storageSpacesOutsideMembers'] = $null
    $Facts['storagePools'] = $null
    if ($null -eq $Raw['Pool'] -or $null -ne $Raw['Pool']['Fault']) { return }
    $disks = @{}
    foreach ($disk in Get-GuestRows $Raw 'PhysicalDisk') { $disks["$(ConvertTo-GuidText $disk['ObjectId'] -Last)"] = $disk }
    $outside = 0
    $pools = [Collections.Generic.List[object]]::new()
    foreach ($pool in Get-GuestRows $Raw 'Pool') {
        if ($pool['IsPrimordial'] -or $pools.Count -ge 64) { continue }
        $members = [Collections.Generic.List[object]]::new()
        $id = "$(ConvertTo-GuidText $pool['ObjectId'] -Last)"
        foreach ($link in Get-GuestRows $Raw 'PoolMember') {
            if ($id -eq '' -or "$(ConvertTo-GuidText $link['StoragePool'] -Last)" -ne $id) { continue }
            $disk = $disks["$(ConvertTo-GuidText $link['PhysicalDisk'] -Last)"]
            if ($null -eq $disk) { continue }
            $bus = Get-BusName $disk['BusType']
            if ('iSCSI', 'Fibre Channel', 'NVMe', 'SATA', 'ATA', 'USB' -contains $bus) { $outside++ }
            $members.Add([ordered]@{ name = Limit-Text $disk['FriendlyName'] 512; busType = $bus })
        }
        if ($members.Count -eq 0) { return }
        $pools.Add([ordered]@{ name = Limit-Text $pool['FriendlyName'] 512; members = $members })
    }
    $Facts['storageSpacesOutsideMembers'] = $outside
    $Facts['storagePools'] = $pools
}
