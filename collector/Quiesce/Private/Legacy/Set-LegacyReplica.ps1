function Set-LegacyReplica {
    # Replica facts of a 2012 host by the numbers of WMI, which are not those of the cmdlets (domain.md 3.4). 2008 R2 has
    # no replica.
    param([Parameter(Mandatory)] [Collections.IDictionary] $Facts, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent, [Parameter(Mandatory)] $System, [bool] $Old)

    $tables = [ordered]@{
        replicationMode = @('ReplicationMode', @{ '0' = 'None'; '1' = 'Primary'; '2' = 'Replica'; '3' = 'TestReplica'; '4' = 'ExtendedReplica' })
        replicationState = @('ReplicationState', @{ '0' = 'Disabled'; '1' = 'Ready for replication'; '2' = 'Waiting to complete initial replication'; '3' = 'Replicating'; '4' = 'Synced replication complete'; '5' = 'Recovered'; '6' = 'Committed'; '7' = 'Suspended'; '8' = 'Critical'; '9' = 'Waiting to start resynchronization'; '10' = 'Resynchronizing'; '11' = 'Resynchronization suspended'; '12' = 'Failover in progress'; '13' = 'Failback in progress'; '14' = 'Failback complete' })
        replicationHealth = @('ReplicationHealth', @{ '0' = 'NotApplicable'; '1' = 'Normal'; '2' = 'Warning'; '3' = 'Critical' })
    }
    foreach ($fact in $tables.Keys) {
        $Facts[$fact] = if ($Old) { $null } else { ConvertTo-Word (Get-Value $System $tables[$fact][0]) $tables[$fact][1] }
        if ($null -eq $Facts[$fact]) { Add-Absent -To $Absent -Fact $fact -Reason $(if ($Old) { 'not-applicable' } else { 'error' }) }
    }
}
