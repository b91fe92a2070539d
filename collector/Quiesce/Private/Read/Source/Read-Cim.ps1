function Read-Cim {
    # The only place where CIM classes are read: all instances of one class in one query. Session is null for this machine.
    param(
        [Parameter(Mandatory)] [string] $ClassName,
        [string] $Namespace = 'root/cimv2',
        [string] $Filter,
        $Session,
        [int] $TimeoutSeconds = 120
    )

    $query = @{ Namespace = $Namespace; ClassName = $ClassName; OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'Stop' }
    if ($Filter) { $query['Filter'] = $Filter }
    if ($null -ne $Session) { $query['CimSession'] = $Session }
    CimCmdlets\Get-CimInstance @query
}
