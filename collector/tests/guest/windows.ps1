# The facts of the Windows guest script, with its sources replaced: what it would publish, and the pieces. Synthetic data.
# Prints the JSON of the facts, then each piece as { name, value }.
param([Parameter(Mandatory)] [string] $Script, [Parameter(Mandatory)] [string] $Writers, [string] $Refused)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ast = [Management.Automation.Language.Parser]::ParseFile($Script, [ref] $null, [ref] $null)
foreach ($part in $ast.FindAll({ param($node) $node -is [Management.Automation.Language.FunctionDefinitionAst] -or ($node -is [Management.Automation.Language.AssignmentStatementAst] -and "$($node.Left)" -in '$BusTypes', '$Storage') }, $false)) {
    . ([scriptblock]::Create($part.Extent.Text))
}
$To = 'Kvp'
$script:Absent = @()

# The bare engine has no New-Object.
function New-Object($TypeName, $ArgumentList) {
    $type = ([Management.Automation.PSTypeName] $TypeName).Type
    if ($null -eq $ArgumentList) { return [Activator]::CreateInstance($type) }
    [Activator]::CreateInstance($type, [object[]] @($ArgumentList))
}
function Row($Of) { [pscustomobject] $Of }
function Read-Key($Key, $Name) { if ($Name -eq 'MinDiffAreaFileSize') { 300 } }
function Read-WriterLine { [IO.File]::ReadAllLines($Writers) }
$c = '\\?\Volume{11111111-1111-1111-1111-111111111111}\'
$esp = '\\?\Volume{22222222-2222-2222-2222-222222222222}\'
$script:answers = @{
    Win32_OperatingSystem = Row @{ Caption = "Microsoft Windows Server 2022 $([char] 0x30c7)"; Version = '10.0.20348'; ProductType = [uint32] 3 }
    Win32_Service = Row @{ Name = 'VSS'; State = 'Stopped'; StartMode = 'Manual' }
    Win32_Volume = @(
        (Row @{ DeviceID = $c; DriveLetter = 'C:'; FileSystem = 'NTFS'; Capacity = [uint64] 100GB; FreeSpace = [uint64] 50GB; SystemVolume = $false; BootVolume = $true })
        (Row @{ DeviceID = $esp; DriveLetter = $null; FileSystem = 'FAT32'; Capacity = [uint64] 100MB; FreeSpace = [uint64] 60MB; SystemVolume = $true; BootVolume = $false })
    )
    MSFT_Partition = @(
        (Row @{ DiskNumber = [uint32] 0; GptType = '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'; AccessPaths = @('C:\', $c) })
        (Row @{ DiskNumber = [uint32] 0; GptType = '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}'; AccessPaths = @($esp) })
    )
    MSFT_Disk = Row @{ Number = [uint32] 0; BusType = [uint16] 10 }
    Win32_DiskDrive = Row @{ Index = [uint32] 0; Model = 'Msft Virtual Disk SCSI Disk Device' }
    Win32_ShadowStorage = Row @{ Volume = (Row @{ DeviceID = $c }); DiffVolume = (Row @{ DeviceID = $esp }); MaxSpace = [uint64] 1GB }
    Win32_ShadowProvider = Row @{ Name = 'Microsoft Software Shadow Copy provider 1.0'; ID = '{B5946137-7B9F-4925-AF80-51ABD60B20D5}'; Type = [uint32] 1 }
    Win32_MountPoint = Row @{ Volume = (Row @{ DeviceID = $c }); Directory = (Row @{ Name = 'C:\' }) }
}
function Read-Class($ClassName, $Namespace, $Filter) {
    if ($ClassName -eq $Refused) { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
    if ($script:answers.ContainsKey($ClassName)) { $script:answers[$ClassName] }
}

$json = ConvertTo-Text (Get-Facts)
$json
$pieces = Split-Piece (ConvertTo-Base64 $json)
foreach ($name in $pieces.Keys) { ConvertTo-Text ([ordered] @{ name = $name; value = $pieces[$name] }) }
