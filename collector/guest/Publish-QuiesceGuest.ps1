<#
.SYNOPSIS
Publishes what a backup of this Windows guest depends on: services, VSS writers, volumes, shadow storage.
.DESCRIPTION
Runs inside the guest, elevated, with PowerShell 3 or later and nothing else. It reads by WMI, the registry and
`vssadmin list writers`, and writes one thing: its own values in the guest's KVP store, or the file that is named. What
cannot be read is left out with the reason, never guessed.

The format, the same for quiesce-guest.sh. The text is one JSON object in UTF-8: the facts of `guest` in
quiesce.inventory/1, and beside them `absent` (paths within guest, with reasons) and `script` (name, version), which the
host takes out. For KVP it is packed by gzip and base64, cut into pieces of at most 900 characters, and each piece is a
REG_SZ value under HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest with the name
    Quiesce.<n>of<m>.<sha8>
n from 1 to m without leading zeros, m at most 64, sha8 the first 8 hexadecimal digits, in lower case, of the SHA-256 of
the whole base64 text. All pieces of one publication have the same m and sha8; a set that is not whole counts as none.
.PARAMETER To
Kvp (to the Hyper-V host), File, or Print (to the pipeline).
.PARAMETER Path
The file to write; a folder gets a file named after the VM's id.
.PARAMETER WhatIf
Says what would be written and writes nothing.
.PARAMETER Confirm
Asks before it writes.
.OUTPUTS
With -To Print the JSON text, else none.
.EXAMPLE
.\Publish-QuiesceGuest.ps1
Publishes through KVP.
.EXAMPLE
.\Publish-QuiesceGuest.ps1 -To File -Path \\files\quiesce$
Writes a file for the host to read.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param([ValidateSet('Kvp', 'File', 'Print')] [string] $To = 'Kvp', [string] $Path)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$script:Absent = @()
# One function for each source, so that tests put theirs in place.
function Read-Class($ClassName, $Namespace = 'root/cimv2', $Filter) {
    $query = @{ ClassName = $ClassName; Namespace = $Namespace; OperationTimeoutSec = 60; ErrorAction = 'Stop' }
    if ($Filter) { $query['Filter'] = $Filter }
    CimCmdlets\Get-CimInstance @query
}
function Read-Key($Key, $Name) { [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $null) }
function Read-WriterLine {
    $start = New-Object Diagnostics.ProcessStartInfo -ArgumentList ([IO.Path]::Combine([Environment]::SystemDirectory, 'vssadmin.exe')), 'list writers'
    $start.UseShellExecute = $false; $start.RedirectStandardOutput = $true; $start.CreateNoWindow = $true
    Read-Output ([Diagnostics.Process]::Start($start)) 180
}
# What a program prints, within a limit of time: a writer that hangs lets vssadmin hang.
function Read-Output($Process, $Seconds) {
    $until = [DateTime]::UtcNow.AddSeconds($Seconds)
    $memory = New-Object IO.MemoryStream
    $part = [byte[]] (, 0 * 16384)
    do {
        $pending = $Process.StandardOutput.BaseStream.BeginRead($part, 0, $part.Length, $null, $null)
        $left = [int] [Math]::Max(0, ($until - [DateTime]::UtcNow).TotalMilliseconds)
        if (-not $pending.AsyncWaitHandle.WaitOne($left)) { $Process.Kill(); throw (New-Object TimeoutException -ArgumentList "vssadmin took more than $Seconds seconds.") }
        $count = $Process.StandardOutput.BaseStream.EndRead($pending)
        $memory.Write($part, 0, $count)
    } while ($count -gt 0)
    $Process.WaitForExit()
    if ($Process.ExitCode -ne 0) { throw (New-Object UnauthorizedAccessException -ArgumentList "vssadmin list writers ended with $($Process.ExitCode). Run elevated.") }
    $Process.StandardOutput.CurrentEncoding.GetString($memory.ToArray()) -split '\r?\n'
}
function Add-Absence($Fact, $Reason, $Text) { $script:Absent += , ([ordered] @{ fact = $Fact; reason = $Reason; text = "$Text" }) }
# Why a read failed, by number and never by words, which are localised.
function Get-Reason($Record) {
    for ($fault = $Record.Exception; $null -ne $fault; $fault = $fault.InnerException) {
        $number = [int64] [Runtime.InteropServices.Marshal]::GetHRForException($fault) -band 0xFFFFFFFFL
        $native = if ($fault.PSObject.Properties['NativeErrorCode']) { "$($fault.NativeErrorCode)" } else { '' }
        if ($fault -is [UnauthorizedAccessException] -or $native -eq 'AccessDenied' -or $number -in 0x80070005L, 0x80041003L) { return 'permission-denied' }
        if ($native -in 'InvalidNamespace', 'InvalidClass', 'NotFound' -or $number -in 0x80041010L, 0x8004100EL, 0x80041002L) { return 'not-supported' }
        if ($number -eq 0x80041069L -or $fault -is [TimeoutException]) { return 'timed-out' }
    }
    'error'
}
# The rows of one source, or null with the reason noted for the facts that come from it.
function Read-Part([string[]] $Fact, [scriptblock] $Read, $IfMissing) {
    try { return , @(& $Read | Where-Object { $null -ne $_ }) }
    catch {
        $reason = Get-Reason $_
        if ($reason -eq 'not-supported' -and $null -ne $IfMissing) { return , $IfMissing }
        foreach ($name in $Fact) { Add-Absence $name $reason $_.Exception.Message }
        return $null
    }
}
function Get-Field($Row, $Name) { if ($null -ne $Row -and $Row.PSObject.Properties[$Name]) { $Row.$Name } }
# Index 0 of an empty list is an error in strict mode.
function Get-First($Rows) { foreach ($row in $Rows) { if ($null -ne $row) { return $row } } }
function Get-Size($Value) { if ($null -eq $Value -or [double] $Value -gt 9007199254740991) { $null } else { [long] $Value } }
# A block is a quoted name, the writer's GUID, the instance's GUID, the state's number in brackets, the last error. What
# "no error" is called is learned: the text that most stable writers share and no failed one has.
function ConvertFrom-WriterLine($Line) {
    $writers = @()
    $guids = 0
    foreach ($text in $Line) {
        if ($text -match "^\S.*['\u2018\u201C\u00AB\u300C""](.+)['\u2019\u201D\u00BB\u300D""]\s*$") { $writers += , ([ordered] @{ id = $null; name = $Matches[1].Trim(); state = $null; lastError = $null }); $guids = 0; continue }
        if ($writers.Count -eq 0) { continue }
        $writer = $writers[-1]
        if ($text -match '\{([0-9a-fA-F-]{36})\}\s*$') { if ($guids++ -eq 0) { $writer['id'] = $Matches[1].ToLowerInvariant() } }
        elseif ($null -eq $writer['state'] -and $text -match '\[(\d{1,3})\]') { $writer['state'] = [int] $Matches[1] }
        elseif ($null -ne $writer['state'] -and $null -eq $writer['lastError'] -and $text -match '^\s+[^:\uFF1A]+[:\uFF1A]\s*(.+)$') { $writer['lastError'] = $Matches[1].Trim() }
    }
    $stable = @($writers | Where-Object { $_['state'] -eq 1 -and $null -ne $_['lastError'] } | ForEach-Object { $_['lastError'] })
    $failed = @($writers | Where-Object { $_['state'] -ge 6 } | ForEach-Object { $_['lastError'] })
    foreach ($writer in $writers) {
        $last = $writer['lastError']
        if ($null -eq $last) { continue }
        $most = $stable.Count -ge 3 -and @($stable | Where-Object { $_ -eq $last }).Count * 2 -gt $stable.Count
        if ($last -eq 'No error' -or ($most -and $failed -notcontains $last)) { $writer['lastError'] = 'none' }
        elseif ($most) { $writer['lastError'] = $null }
    }
    , $writers
}
$BusTypes = @{ 1 = 'SCSI'; 2 = 'ATAPI'; 3 = 'ATA'; 6 = 'Fibre Channel'; 7 = 'USB'; 8 = 'RAID'; 9 = 'iSCSI'; 10 = 'SAS'; 11 = 'SATA'; 14 = 'Virtual'; 15 = 'File Backed Virtual'; 16 = 'Spaces'; 17 = 'NVMe' }
$Storage = 'root/Microsoft/Windows/Storage'
function Get-Bus($Row) { $bus = Get-Field $Row 'BusType'; if ($null -ne $bus) { $BusTypes[[int] $bus] } }
# LDM by partition type. The Storage classes leave dynamic disks out, so a disk that only Win32_DiskDrive shows is one.
function Test-Ldm($Row) { "$(Get-Field $Row 'GptType')".Trim('{', '}') -in 'af9b60a0-1431-4f62-bc68-3311714a69ad', '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3' -or "$(Get-Field $Row 'MbrType')" -eq '66' }
function Get-Role($Volume, $Partition) {
    $roles = @{ 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b' = 'esp'; 'e3c9e316-0b5c-4db8-817d-f92df00215ae' = 'msr'; 'de94bba4-06d1-4d40-a16a-bfd50179d6ac' = 'recovery' }
    $role = $roles["$(Get-Field $Partition 'GptType')".Trim('{', '}')]
    if ($null -ne $role) { return $role }
    if ("$(Get-Field $Partition 'MbrType')" -eq '39') { return 'recovery' }
    if ($Volume.SystemVolume -and -not $Volume.BootVolume) { return 'system-reserved' }
    'data'
}
function Get-Volumes {
    $rows = Read-Part @('volumes') { Read-Class 'Win32_Volume' -Filter 'DriveType = 3' }
    if ($null -eq $rows) { return $null }
    $partitions = Read-Part @() { Read-Class 'MSFT_Partition' $Storage }
    $disks = Read-Part @() { Read-Class 'MSFT_Disk' $Storage }
    $drives = Read-Part @() { Read-Class 'Win32_DiskDrive' }
    $areas = Read-Part @('volumes[].diffAreaVolume', 'volumes[].diffAreaMaxBytes') { Read-Class 'Win32_ShadowStorage' }
    $copies = Read-Part @('volumes[].shadowCopies') { Read-Class 'Win32_ShadowCopy' }
    $mounts = Read-Part @('volumes[].mountPaths') { Read-Class 'Win32_MountPoint' }
    $locks = Read-Part @('volumes[].bitlocker') { Read-Class 'Win32_EncryptableVolume' 'root/cimv2/Security/MicrosoftVolumeEncryption' } -IfMissing @()
    $known = @($disks | Where-Object { $null -ne $_ } | ForEach-Object { [int] $_.Number })
    $ldm = $null
    if ($null -ne $partitions -and $null -ne $disks -and $null -ne $drives) {
        $ldm = @($partitions | Where-Object { Test-Ldm $_ }).Count -gt 0 -or @($drives | Where-Object { $known -notcontains [int] $_.Index }).Count -gt 0
    }
    # Before 2012 there is only a type in words, which are localised: they count where they are the English ones.
    elseif ($null -eq $partitions) {
        $types = @(Read-Part @() { Read-Class 'Win32_DiskPartition' } | Where-Object { $null -ne $_ } | ForEach-Object { $_ } | ForEach-Object { "$($_.Type)" })
        if (@($types | Where-Object { $_ -like '*Logical Disk Manager*' }).Count -gt 0) { $ldm = $true }
        elseif ($types.Count -gt 0 -and @($types | Where-Object { $_ -notmatch '^(GPT: (Basic Data|System|Unknown)|Installable File System|Extended.*|Unused|Unknown|.*FAT.*)$' }).Count -eq 0) { $ldm = $false }
    }
    # Hyper-V's disks name themselves alike in every language; where all are such, nothing comes over iSCSI.
    $virtual = @($drives | Where-Object { $null -ne $_ -and "$($_.Model)" -match '^(Msft )?Virtual (Disk|HD)' })
    $allVirtual = $virtual.Count -gt 0 -and $virtual.Count -eq @($drives).Count
    $at = -1
    $volumes = foreach ($row in $rows) {
        $at++
        $id = $row.DeviceID
        $partition = Get-First @($partitions | Where-Object { $null -ne $_ -and @(Get-Field $_ 'AccessPaths') -contains $id })
        $disk = if ($null -ne $partition) { Get-First @($disks | Where-Object { $null -ne $_ -and [int] $_.Number -eq [int] $partition.DiskNumber }) }
        $dynamic = if ($null -ne $partition) { Test-Ldm $partition } else { $ldm }
        if ($null -eq $dynamic) { Add-Absence "volumes[$at].isDynamic" 'not-supported' 'This Windows does not tell the type of a partition by number.' }
        $bus = Get-Bus $disk
        if ($null -eq $bus -and $allVirtual) { $bus = 'SCSI' }
        if ($null -eq $bus) { Add-Absence "volumes[$at].busType" 'not-supported' 'The Storage classes do not list the disk of this volume.' }
        $lock = if ($null -ne $locks) { Get-First @($locks | Where-Object { $_.DeviceID -eq $id }) }
        $protection = "$(Get-Field $lock 'ProtectionStatus')"
        $bitlocker = if ($null -eq $locks) { $null } elseif ($protection -eq '2') { if ([string]::IsNullOrEmpty($row.FileSystem)) { 'locked' } else { 'unknown' } } elseif ($protection -eq '1') { 'unlocked' } else { 'off' }
        $area = Get-First @($areas | Where-Object { $null -ne $_ -and $_.Volume.DeviceID -eq $id })
        $most = if ($null -eq $area -or [double] $area.MaxSpace -gt 9007199254740991) { 0 } else { [long] $area.MaxSpace }
        [ordered] @{
            deviceId = $id; driveLetter = "$($row.DriveLetter)"
            mountPaths = if ($null -eq $mounts) { $null } else { , @($mounts | Where-Object { $_.Volume.DeviceID -eq $id } | ForEach-Object { $_.Directory.Name }) }
            fileSystem = $row.FileSystem; capacityBytes = Get-Size $row.Capacity; freeBytes = Get-Size $row.FreeSpace
            partitionRole = Get-Role $row $partition; isDynamic = $dynamic; busType = $bus; bitlocker = $bitlocker
            diffAreaVolume = if ($null -eq $areas) { $null } elseif ($null -eq $area) { 'none' } elseif ($area.DiffVolume.DeviceID -eq $id) { 'same' } else { 'other' }
            diffAreaMaxBytes = if ($null -eq $areas) { $null } else { $most }
            shadowCopies = if ($null -eq $copies) { $null } else { @($copies | Where-Object { $_.VolumeName -eq $id }).Count }
        }
    }
    # What failed for all volumes is noted at each, as the document has it.
    $script:Absent = @(foreach ($note in $script:Absent) {
            if ($note['fact'] -notlike 'volumes`[`]*') { $note; continue }
            for ($at = 0; $at -lt @($volumes).Count; $at++) { [ordered] @{ fact = $note['fact'].Replace('[]', "[$at]"); reason = $note['reason']; text = $note['text'] } }
        })
    , @($volumes)
}
function Get-Pools {
    $pools = Read-Part @('storagePools', 'storageSpacesOutsideMembers') { Read-Class 'MSFT_StoragePool' $Storage -Filter 'IsPrimordial = FALSE' } -IfMissing @()
    if ($null -eq $pools) { return @{ Pools = $null; Outside = $null } }
    if ($pools.Count -eq 0) { return @{ Pools = @(); Outside = 0 } }
    $members = Read-Part @('storageSpacesOutsideMembers') { Read-Class 'MSFT_PhysicalDisk' $Storage }
    $links = Read-Part @('storageSpacesOutsideMembers') { Read-Class 'MSFT_StoragePoolToPhysicalDisk' $Storage }
    if ($null -eq $members -or $null -eq $links) { return @{ Pools = $null; Outside = $null } }
    $outside = 0
    $told = foreach ($pool in $pools) {
        $ids = @($links | Where-Object { $_.StoragePool.ObjectId -eq $pool.ObjectId } | ForEach-Object { $_.PhysicalDisk.ObjectId })
        $own = @($members | Where-Object { $ids -contains $_.ObjectId })
        # A virtual disk of Hyper-V names itself so in every language; a passed-through disk shows its own model.
        $outside += @($own | Where-Object { "$($_.Model)".Trim() -notlike '*Virtual Disk' }).Count
        [ordered] @{ name = $pool.FriendlyName; members = @($own | ForEach-Object { [ordered] @{ name = $_.FriendlyName; busType = Get-Bus $_ } }) }
    }
    @{ Pools = @($told); Outside = $outside }
}
function Get-Facts {
    $os = Read-Part @('osName', 'osVersion', 'productType') { Read-Class 'Win32_OperatingSystem' }
    $system = Get-First $os
    $names = 'EventSystem', 'MSDTC', 'RpcSs', 'SENS', 'VSS', 'COMSysApp', 'swprv', 'vmicvss', 'MSiSCSI', 'ClusSvc'
    $filter = @($names | ForEach-Object { "Name = '$_'" }) -join ' OR '
    $services = Read-Part @('services', 'guestCluster') { Read-Class 'Win32_Service' -Filter $filter }
    $lines = Read-Part @('vssWriters') { Read-WriterLine }
    $writers = if ($null -ne $lines) { ConvertFrom-WriterLine $lines }
    if ($null -ne $lines -and @($writers).Count -eq 0) { Add-Absence 'vssWriters' 'error' 'vssadmin list writers shows no writer that can be read.'; $writers = $null }
    $types = @{ 1 = 'system'; 2 = 'software'; 3 = 'hardware'; 4 = 'fileshare' }
    $providers = Read-Part @('vssProviders') { Read-Class 'Win32_ShadowProvider' | ForEach-Object { [ordered] @{ name = $_.Name; id = "$($_.ID)".Trim('{', '}').ToLowerInvariant(); type = $types[[int] $_.Type] } } }
    $initiator = Get-First @($services | Where-Object { $null -ne $_ -and $_.Name -eq 'MSiSCSI' })
    $sessions = 0
    if ($null -eq $services -or ($null -ne $initiator -and $initiator.State -eq 'Running')) {
        $rows = Read-Part @('iscsiSessions') { try { Read-Class 'MSFT_iSCSISession' $Storage } catch { Read-Class 'MSiSCSIInitiator_SessionClass' 'root/wmi' } }
        $sessions = if ($null -eq $rows) { $null } else { $rows.Count }
    }
    # Shares that end in $ are for administration, the two others for every domain member; neither is data of this guest.
    $shares = Read-Part @('smbDataMounts') {
        Read-Class 'MSFT_SmbConnection' 'root/Microsoft/Windows/SMB' | Where-Object { $_.ShareName -notlike '*$' -and $_.ShareName -notin 'SYSVOL', 'NETLOGON' } | ForEach-Object { "\\$($_.ServerName)\$($_.ShareName)".ToLowerInvariant() }
    }
    $distinct = @{}
    foreach ($share in @($shares)) { if ($null -ne $share) { $distinct[$share] = $true } }
    $minimum = Read-Part @('minDiffAreaMb') { Read-Key 'SYSTEM\CurrentControlSet\Services\VolSnap' 'MinDiffAreaFileSize' }
    $least = Get-First $minimum
    if ($null -ne $minimum -and $null -eq $least) { Add-Absence 'minDiffAreaMb' 'empty' 'The registry value does not exist.' }
    $volumes = Get-Volumes
    $pools = Get-Pools
    $node = @($services | Where-Object { $null -ne $_ -and $_.Name -eq 'ClusSvc' -and $_.State -eq 'Running' }).Count -gt 0
    [ordered] @{
        evidence = if ($To -eq 'Kvp') { 'kvp-guest' } else { 'file' }
        collectedAt = [DateTime]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
        osFamily = 'windows'; osName = Get-Field $system 'Caption'; osVersion = Get-Field $system 'Version'; productType = Get-Field $system 'ProductType'
        services = if ($null -eq $services) { $null } else { , @($services | ForEach-Object { [ordered] @{ name = $_.Name; state = $_.State; startMode = $_.StartMode } }) }
        vssWriters = $writers; vssProviders = $providers; volumes = $volumes; minDiffAreaMb = $least
        iscsiSessions = $sessions; smbDataMounts = if ($null -eq $shares) { $null } else { $distinct.Count }
        storageSpacesOutsideMembers = $pools.Outside; storagePools = $pools.Pools
        guestCluster = if ($null -eq $services) { $null } else { [ordered] @{ member = $node; csv = @($volumes | Where-Object { $null -ne $_ -and $_['fileSystem'] -like 'CSVFS*' }).Count -gt 0 } }
        absent = $script:Absent; script = [ordered] @{ name = 'Publish-QuiesceGuest.ps1'; version = '1' }
    }
}
function ConvertTo-Text($Value) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { return "$Value".ToLowerInvariant() }
    if ($Value -is [string]) {
        $signs = foreach ($sign in $Value.ToCharArray()) {
            $code = [int] $sign
            if ($code -eq 34 -or $code -eq 92) { "\$sign" } elseif ($code -lt 32 -or $code -gt 126) { '\u{0:x4}' -f $code } else { $sign }
        }
        return '"' + (@($signs) -join '') + '"'
    }
    if ($Value -is [Collections.IDictionary]) { return '{' + (@(foreach ($key in $Value.Keys) { '"' + $key + '":' + (ConvertTo-Text $Value[$key]) }) -join ',') + '}' }
    if ($Value -is [Collections.IEnumerable]) { return '[' + (@(foreach ($entry in $Value) { ConvertTo-Text $entry }) -join ',') + ']' }
    $Value.ToString([Globalization.CultureInfo]::InvariantCulture)
}
function ConvertTo-Base64($Json) {
    $memory = New-Object IO.MemoryStream; $bytes = [Text.Encoding]::UTF8.GetBytes($Json)
    $gzip = New-Object IO.Compression.GZipStream -ArgumentList $memory, ([IO.Compression.CompressionMode]::Compress), $true
    $gzip.Write($bytes, 0, $bytes.Length)
    $gzip.Dispose()
    [Convert]::ToBase64String($memory.ToArray())
}
# Name and value of each piece, in order.
function Split-Piece($Base64) {
    $sha = [Security.Cryptography.SHA256]::Create()
    $sha8 = [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::ASCII.GetBytes($Base64))).Replace('-', '').Substring(0, 8).ToLowerInvariant()
    $count = [int] [Math]::Ceiling($Base64.Length / 900)
    if ($count -gt 64) { throw "The facts fill $count pieces, KVP takes 64. Use -To File." }
    $pieces = [ordered] @{}
    for ($n = 0; $n -lt $count; $n++) { $pieces["Quiesce.$($n + 1)of$count.$sha8"] = $Base64.Substring($n * 900, [Math]::Min(900, $Base64.Length - $n * 900)) }
    $pieces
}
function Publish-Piece($Pieces) {
    $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey('SOFTWARE\Microsoft\Virtual Machine\Guest')
    foreach ($name in $Pieces.Keys) { $key.SetValue($name, $Pieces[$name], [Microsoft.Win32.RegistryValueKind]::String) }
    foreach ($name in $key.GetValueNames()) { if ($name -like 'Quiesce.*' -and -not $Pieces.Contains($name)) { $key.DeleteValue($name, $false) } }
    $key.Dispose()
}

$json = ConvertTo-Text (Get-Facts)
if ($To -eq 'Print') { return $json }
if ($To -eq 'Kvp') {
    if ($PSCmdlet.ShouldProcess('HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest', 'Publish the facts of this guest')) { Publish-Piece (Split-Piece (ConvertTo-Base64 $json)) }
    return
}
if ([string]::IsNullOrEmpty($Path)) { throw 'Give -Path: a file, or a folder that gets a file named after the id of this VM.' }
if ([IO.Directory]::Exists($Path)) {
    $id = Read-Key 'SOFTWARE\Microsoft\Virtual Machine\Guest\Parameters' 'VirtualMachineId'
    if ([string]::IsNullOrEmpty($id)) { throw "The host does not tell this VM its id, so the file in $Path has no name. Give -Path with a whole file name, <id of the VM>.json." }
    $Path = [IO.Path]::Combine($Path, "$("$id".Trim('{', '}').ToLowerInvariant()).json")
}
if ($PSCmdlet.ShouldProcess($Path, 'Write the facts of this guest')) {
    # Written beside and renamed, so that nobody reads half a file. The text is ASCII.
    [IO.File]::WriteAllText("$Path.tmp", $json, [Text.Encoding]::ASCII)
    if ([IO.File]::Exists($Path)) { [IO.File]::Delete($Path) }
    [IO.File]::Move("$Path.tmp", $Path)
}
