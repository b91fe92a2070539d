function Import-QuiesceProtectedData {
    <#
    .SYNOPSIS
    Makes [Security.Cryptography.ProtectedData] known: Windows PowerShell has it in an assembly that is not loaded by itself.
    #>
    [CmdletBinding()]
    param()

    if (-not (Test-QuiesceWindows)) { throw [PlatformNotSupportedException]::new('DPAPI is only in Windows, so this machine cannot keep a credential.') }
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [void] [Reflection.Assembly]::Load('System.Security, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a')
    }
}
