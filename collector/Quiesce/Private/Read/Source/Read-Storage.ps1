function Read-Storage {
    # The only place where cmdlets of Storage, StorageReplica, Deduplication and ReFS deduplication are called.
    param([Parameter(Mandatory)] [string] $What, [string] $Volume)

    switch ($What) {
        'Volume' { Storage\Get-Volume -ErrorAction Continue }
        'Partition' { Storage\Get-Partition -ErrorAction Continue }
        'Disk' { Storage\Get-Disk -ErrorAction Continue }
        'DedupVolume' { Deduplication\Get-DedupVolume -ErrorAction Continue }
        'RefsDedup' { Microsoft.ReFsDedup.Commands\Get-ReFSDedupStatus -Volume $Volume -ErrorAction Continue }
        'ReplicaGroup' { StorageReplica\Get-SRGroup -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-Storage does not read '$What'.") }
    }
}
