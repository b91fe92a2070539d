function Read-QuiesceGuestSecret {
    <#
    .SYNOPSIS
    The credential behind an entry of the list.
    #>
    [CmdletBinding()]
    [OutputType([Management.Automation.PSCredential])]
    param([Parameter(Mandatory)] [pscustomobject] $Entry)

    if ($Entry.Way -eq 'vault') {
        $secret = Get-QuiesceVaultSecret -Vault $Entry.Vault -Name $Entry.Secret
        if ($secret -isnot [Management.Automation.PSCredential]) { throw "The secret '$($Entry.Secret)' of vault '$($Entry.Vault)' is no user name with password." }
        return $secret
    }
    $bytes = Unprotect-QuiesceSecret -Bytes ([IO.File]::ReadAllBytes((Get-QuiesceHome -Child $Entry.File)))
    $stored = ConvertFrom-QuiesceJson -Text ([Text.Encoding]::UTF8.GetString($bytes))
    $password = [Security.SecureString]::new()
    foreach ($sign in $stored['password'].ToCharArray()) { $password.AppendChar($sign) }
    $password.MakeReadOnly()
    [Management.Automation.PSCredential]::new($stored['user'], $password)
}
