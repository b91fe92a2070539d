function Get-GuestShape {
    # Which facts are taken from what a guest says of itself, and of which kind each must be: the guest part of
    # quiesce.inventory/1. t text of that length, n whole number up to that, b flag, @( ) a list, @{ } a record.
    param()

    $mount = @{ source = 't1024'; target = 't1024'; fsType = 't64'; readOnly = 'b'; esp = 'b' }
    @{
        collectedAt = 'i'; osFamily = 't64'; osName = 't512'; osVersion = 't64'; productType = 'n3'; integrationServicesVersion = 't64'
        services = @(@{ name = 't512'; state = 't64'; startMode = 't64' })
        vssWriters = @(@{ id = 'g'; name = 't512'; state = 'n255'; lastError = 't2048' })
        vssProviders = @(@{ name = 't512'; id = 'g'; type = 't64' })
        volumes = @(@{
                deviceId = 't1024'; driveLetter = 't64'; mountPaths = @('t1024'); fileSystem = 't64'; capacityBytes = 'n9007199254740991'; freeBytes = 'n9007199254740991'
                partitionRole = 't64'; isDynamic = 'b'; busType = 't64'; bitlocker = 't64'; diffAreaVolume = 't64'; diffAreaMaxBytes = 'n9007199254740991'; shadowCopies = 'n1000000'
            })
        minDiffAreaMb = 'n1000000'; iscsiSessions = 'n1000000'; smbDataMounts = 'n1000000'; storageSpacesOutsideMembers = 'n1000000'
        storagePools = @(@{ name = 't512'; members = @(@{ name = 't512'; busType = 't64' }) })
        linux = @{ hvUtilsLoaded = 'b'; vssDaemon = 't64'; kvpDaemon = 't64'; rootFs = 't64'; remoteMounts = 'n1000000'; mounts = @($mount) }
        bsd = @{ vssDaemon = 't64'; mounts = @($mount); zpools = @('t512') }
        guestCluster = @{ member = 'b'; csv = 'b' }
    }
}
