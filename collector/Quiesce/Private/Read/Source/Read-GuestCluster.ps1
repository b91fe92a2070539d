function Read-GuestCluster {
    # Msvm_VssService.QueryGuestClusterInformation of one VM: a method, because no class holds it; it asks the guest
    # cluster and changes nothing.
    param([Parameter(Mandatory)] $Service, [int] $TimeoutSeconds = 120)

    CimCmdlets\Invoke-CimMethod -InputObject $Service -MethodName 'QueryGuestClusterInformation' -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
}
