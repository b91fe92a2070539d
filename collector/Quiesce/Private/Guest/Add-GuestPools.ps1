function Add-GuestPools {
    # Storage pools with their members, and how many members come in over iSCSI, Fibre Channel or NVMe: those are no
    # virtual disks of this VM, which Windows shows as SAS or SCSI.
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [Collections.IDictionary] $Facts)

    $Facts['storageSpacesOutsideMembers'] = $null
    $Facts['storagePools'] = $null
    if ($null -eq $Raw['Pool'] -or $null -ne $Raw['Pool']['Fault']) { return }
    $disks = @{}
    foreach ($disk in Get-GuestRows $Raw 'PhysicalDisk') { $disks["$($disk['ObjectId'])"] = $disk }
    $outside = 0
    $pools = [Collections.Generic.List[object]]::new()
    foreach ($pool in Get-GuestRows $Raw 'Pool') {
        if ($pool['IsPrimordial'] -or $pools.Count -ge 64) { continue }
        $members = [Collections.Generic.List[object]]::new()
        foreach ($link in Get-GuestRows $Raw 'PoolMember') {
            if (-not "$($link['StoragePool'])".Replace('\\', '\').Contains("$($pool['ObjectId'])".Replace('"', '\"')) -and -not "$($link['StoragePool'])".Contains("$($pool['ObjectId'])")) { continue }
            foreach ($id in $disks.Keys) {
                if (-not "$($link['PhysicalDisk'])".Replace('\\', '\').Contains($id.Replace('"', '\"')) -and -not "$($link['PhysicalDisk'])".Contains($id)) { continue }
                $bus = Get-BusName $disks[$id]['BusType']
                if ('iSCSI', 'Fibre Channel', 'NVMe', 'SATA', 'ATA', 'USB' -contains $bus) { $outside++ }
                $members.Add([ordered]@{ name = Limit-Text $disks[$id]['FriendlyName'] 512; busType = $bus })
            }
        }
        $pools.Add([ordered]@{ name = Limit-Text $pool['FriendlyName'] 512; members = $members })
    }
    $Facts['storageSpacesOutsideMembers'] = $outside
    $Facts['storagePools'] = $pools
}
