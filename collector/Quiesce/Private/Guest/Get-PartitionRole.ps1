function Get-PartitionRole {
    # Role of a volume's partition by its GPT type, else by its MBR type and the flags of the volume.
    param($Partition, $Volume)

    if ($null -ne $Partition) {
        switch ("$(ConvertTo-GuidText $Partition['GptType'])") {
            'c12a7328-f81f-11d2-ba4b-00a0c93ec93b' { return 'esp' }
            'e3c9e316-0b5c-4db8-817d-f92df00215ae' { return 'msr' }
            'de94bba4-06d1-4d40-a16a-bfd50179d6ac' { return 'recovery' }
        }
        if ("$($Partition['MbrType'])" -eq '39') { return 'recovery' }
        if ("$($Partition['MbrType'])" -eq '239') { return 'esp' }
    }
    if ($Volume['SystemVolume'] -and -not $Volume['BootVolume']) { return 'system-reserved' }
    if ($null -eq $Partition -and -not $Volume['DriveLetter'] -and "$($Volume['FileSystem'])" -eq 'FAT32') { return $null }
    return 'data'
}
