function New-QuiesceDocument {
    # The inventory document (quiesce.inventory/1) of hosts that were read: Json, DocumentId, Hosts, Vms and the header.
    # State is the collector's own state, or null when it has none; each host record holds Facts, Absent, Sections and Vms.
    param(
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $HostRecord,
        [Collections.IList] $Cluster,
        $State,
        [ValidateSet('host', 'management-server')] [string] $Kind = 'host',
        [string] $OriginName,
        [string] $Format = 'quiesce',
        [switch] $Synthetic
    )

    $now = [DateTime]::UtcNow
    $dropped = $null
    if ($null -ne $State -and $State.Contains('Dropped') -and $null -ne $State['Dropped']) { $dropped = [ordered]@{ documents = ConvertTo-Whole $State['Dropped']['Documents']; since = $State['Dropped']['Since'] } }
    $header = [ordered]@{
        documentId = [Guid]::NewGuid().ToString()
        senderId = $(if ($null -ne $State) { $State['InstallId'] } else { $null })
        epoch = $(if ($null -ne $State) { ConvertTo-Whole $State['Epoch'] } else { $null })
        sequence = $(if ($null -ne $State) { ConvertTo-Whole $State['Sequence'] } else { $null })
        intervalSeconds = $(if ($null -ne $State -and $null -ne $State['CollectorId']) { ConvertTo-Whole $State['IntervalSeconds'] } else { $null })
        startedAt = Format-Instant $Run.Started
        finishedAt = Format-Instant $now
        timeFrom = 'sender'
        synthetic = [bool] $Synthetic
        collector = [ordered]@{
            name = 'quiesce collector'; version = Get-QuiesceVersion; elevated = $Run.Account.Elevated; runAs = Limit-Text $Run.Account.Name 512
            psVersion = Limit-Text $PSVersionTable.PSVersion 64; psEdition = Limit-Text $PSVersionTable['PSEdition'] 64
            language = $(if ($null -ne $Run.Host['uiCulture']) { $Run.Host['uiCulture'] } else { Limit-Text ([Globalization.CultureInfo]::InstalledUICulture.Name) 64 }); computer = [Environment]::MachineName
        }
        dropped = $dropped
    }
    $hosts = [Collections.Generic.List[object]]::new()
    $count = 0
    foreach ($record in $HostRecord) {
        $made = New-HostDocument -Record $record -InstallId $(if ($HostRecord.Count -eq 1 -and $Kind -eq 'host' -and $record.Local) { $header['senderId'] } else { $null }) -At $header['finishedAt']
        $count += $made['vms'].Count
        $hosts.Add($made)
    }
    $document = [ordered]@{
        schema = 'quiesce.inventory/1'
        header = $header
        origin = [ordered]@{ kind = $Kind; name = $(if ($OriginName) { $OriginName } else { [Environment]::MachineName }); format = $Format }
        clusters = @(foreach ($one in $Cluster) { $one })
        hosts = $hosts
    }
    return @{ Json = (ConvertTo-QuiesceJson $document); DocumentId = $header['documentId']; Hosts = $hosts.Count; Vms = $count; Header = $header }
}
