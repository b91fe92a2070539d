function Read-Session {
    # A CIM session over DCOM, which Server 2008 R2 answers without any installation. It ends with the process.
    param([Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential, [int] $TimeoutSeconds = 120)

    $options = @{ ComputerName = $ComputerName; SessionOption = (CimCmdlets\New-CimSessionOption -Protocol Dcom); OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'Stop' }
    if ($null -ne $Credential) { $options['Credential'] = $Credential }
    CimCmdlets\New-CimSession @options
}
