function Protect-QuiesceHome {
    <#
    .SYNOPSIS
    Makes the collector's folder with an access list of its own: SYSTEM and Administrators, and the account of the task.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Account)

    $path = Get-QuiesceHome
    [void] [IO.Directory]::CreateDirectory($path)
    if (-not (Test-QuiesceWindows)) { throw [PlatformNotSupportedException]::new("The access list of $path can only be set in Windows.") }
    $list = [Security.AccessControl.DirectorySecurity]::new()
    $list.SetAccessRuleProtection($true, $false)
    $holders = [Collections.Generic.List[Security.Principal.IdentityReference]]::new()
    $holders.Add([Security.Principal.SecurityIdentifier]::new('S-1-5-18'))
    $holders.Add([Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
    if ($Account -ne 'SYSTEM') { $holders.Add([Security.Principal.NTAccount]::new($Account).Translate([Security.Principal.SecurityIdentifier])) }
    $inherit = [Security.AccessControl.InheritanceFlags] 'ContainerInherit, ObjectInherit'
    foreach ($holder in $holders) {
        $rights = if ("$holder" -in 'S-1-5-18', 'S-1-5-32-544') { 'FullControl' } else { 'Modify' }
        $list.AddAccessRule([Security.AccessControl.FileSystemAccessRule]::new($holder, [Security.AccessControl.FileSystemRights] $rights, $inherit, [Security.AccessControl.PropagationFlags]::None, [Security.AccessControl.AccessControlType]::Allow))
    }
    $list.SetOwner([Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
    $folder = [IO.DirectoryInfo]::new($path)
    if ($PSVersionTable.PSVersion.Major -ge 6) { [IO.FileSystemAclExtensions]::SetAccessControl($folder, $list) }
    else { $folder.SetAccessControl($list) }
}
