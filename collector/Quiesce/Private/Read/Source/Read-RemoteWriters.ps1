function Read-RemoteWriters {
    # What vssadmin list writers prints on another machine, over PowerShell remoting with Kerberos: WMI has no class for
    # writers. 2008 R2 brings remoting; an administrator switches it on with Enable-PSRemoting.
    param([Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential)

    $to = @{ ComputerName = $ComputerName; Authentication = 'Kerberos'; ErrorAction = 'Stop' }
    if ($null -ne $Credential) { $to['Credential'] = $Credential }
    Microsoft.PowerShell.Core\Invoke-Command @to -ScriptBlock { vssadmin.exe list writers }
}
