/** Scripts that change something; the proof has to notice each. */
export const MUTATIONS: readonly string[] = [
  "Hyper-V\\Set-VM -Name x -Notes y", "Set-VM x", "Hyper-V\\Remove-VMSnapshot -VMName x", "Stop-VM x", "Checkpoint-VM x", "Hyper-V\\Get-VM | Hyper-V\\Start-VM",
  "Enable-VMIntegrationService -VMName x -Name y", "Convert-VHD a b", "Merge-VHD a", "Mount-VHD a", "Optimize-VHD a", "Resize-VHD a", "Restore-VMSnapshot a", "Save-VM a", "Suspend-VM a", "Resume-VM a", "Debug-VM a", "Reset-VM a",
  "Set-Service VSS -StartupType Manual", "Start-Service VSS", "Restart-Computer", "Register-ScheduledTask x", "Start-Process notepad", "Start-Job { 1 }", "Clear-EventLog x", "Write-EventLog -LogName a", "New-EventLog x",
  "New-Item x", "Set-Content a b", "Add-Content a b", "Out-File a", "Copy-Item a b", "Move-Item a b", "Rename-Item a b", "Remove-Item a", "Set-ItemProperty a b c", "New-ItemProperty a", "Set-Acl a b", "Export-Csv a", "Export-Clixml a", "Tee-Object a", "Set-Location a", "Invoke-Item a",
  "Get-Process | ForEach-Object Kill", "Get-Process | ForEach-Object -MemberName Kill", "Get-Process | % Kill", "(Get-Process).ForEach('Kill')", "$p.Where($x)",
  "$service.Stop()", "$service.Start()", "$process.Kill()", "$file.Delete()", "$file.MoveTo('x')", "$file.CopyTo('x')", "$file.Create()", "$key.SetValue('a', 1)", "$key.CreateSubKey('a')", "$key.DeleteSubKeyTree('a')", "$hive.OpenSubKey('a', $true)",
  "$vm.RequestStateChange(3)", "$service.ModifySystemSettings('x')", "$object.Put()", "$object.InvokeMethod('Delete', $null)", "$class.Create()", "$log.Clear()", "$writer.Write('x')", "$stream.WriteByte(1)", "$acl.SetAccessRule($r)", "$client.Send($x)",
  "[IO.File]::Delete('a')", "[System.IO.File]::WriteAllText('a', 'b')", "[IO.File]::AppendAllText('a', 'b')", "[IO.File]::Move('a', 'b')", "[IO.File]::Copy('a', 'b')", "[IO.File]::OpenWrite('a')", "[IO.File]::Open('a', 'Create')", "[IO.File]::SetAttributes('a', 'Hidden')",
  "[IO.Directory]::Delete('a')", "[IO.Directory]::CreateDirectory('a')", "[IO.FileStream]::new('a', 'Create')", "[IO.StreamWriter]::new('a')", "[IO.Path]::GetTempFileName()", "New-Object IO.StreamWriter 'a'", "New-Object -TypeName System.Diagnostics.Process", "New-Object -ComObject WScript.Shell",
  "[Environment]::SetEnvironmentVariable('a', 'b', 'Machine')", "[Environment]::Exit(1)", "[Diagnostics.Process]::Start('x')", "[Microsoft.Win32.Registry]::SetValue('a', 'b', 1)", "[Diagnostics.EventLog]::WriteEntry('a', 'b')", "[Console]::Beep()",
  "[Reflection.Assembly]::Load('x')", "[Reflection.Assembly]::LoadFrom('x.dll')", "[Activator]::CreateInstance($t)", "[scriptblock]::Create($text)", "[powershell]::Create()", "[runspacefactory]::CreateRunspace()", "[Net.WebClient]::new()", "[Net.Sockets.TcpClient]::new()",
  "[wmiclass]'Win32_Process'", "[adsi]'LDAP://x'", "$type::Delete('a')", "$object.$name()", "[IO.File]::$name('a')",
  "Invoke-Expression $text", "iex $text", "Add-Type -TypeDefinition $text", "& $command", ". $file", "& 'reg.exe' add x", "cmd /c del x", "vssadmin delete shadows /all", "reg.exe add HKLM\\x", "schtasks /create", "diskpart", "wmic x call y", "net stop vss", "del a", "rm a", "sc config x", "kill 1", "ri a",
  "function Test-It { param($Action) & $Action }", "function Test-It { param([string] $Action) & $Action }",
  "Invoke-CimMethod -ClassName Win32_Process -MethodName Create", "Invoke-CimMethod -InputObject $x -MethodName RequestStateChange", "Invoke-CimMethod -ClassName a -MethodName $method", "Invoke-CimMethod @arguments", "Invoke-WmiMethod -Path a -Name Create",
  "Set-CimInstance $x", "Remove-CimInstance $x", "New-CimInstance -ClassName a", "Remove-WmiObject $x", "Set-WmiInstance -Class a", "Invoke-Command -ComputerName a -ScriptBlock $block", "Invoke-Command -ComputerName a -FilePath b.ps1", "Invoke-Command -VMName a -ScriptBlock { Restart-Service VSS }",
  "Invoke-RestMethod -Uri a -Method Post", "Invoke-WebRequest a -OutFile b", "Get-Something -OutFile b", "Install-Module x", "Update-Module x", "Save-Module x", "Start-BitsTransfer x",
  "'x' > a.txt", "'x' >> a.txt", "Get-VM 2> errors.txt", "Get-VM *> all.txt", "$env:PATH = 'x'", "$global:x = 1", "${function:Get-VM} = { 1 }", "${C:\\a.txt} = 'x'", "$global:count++", "$process.PriorityClass = 'Idle'", "$item.LastWriteTime = 1", "$file.IsReadOnly = $false", "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
  "Set-Alias Get-VM Remove-VM", "Set-Variable a 1", "New-PSDrive a", "Import-Module ./evil.psm1", "Import-Module $path", "Import-Module \\\\server\\share\\evil.psd1", "using module ./evil.psm1", "$ExecutionContext.InvokeCommand.InvokeScript('x')", "$ExecutionContext.InvokeCommand.NewScriptBlock('x')",
  "Get-VM | Where-Object { $_.Delete() }", "if ($x) { switch ($y) { 1 { try { throw 1 } catch { Stop-VM x } } } }", "@{ a = { Remove-Item b } }", "class A { [void] B() { Remove-Item c } }", "filter Test-It { Remove-Item $_ }", "\"text $(Remove-Item a) text\"", "function Get-VM { Remove-Item a }",
];

/** Scripts that read; the proof has to let each pass, in Windows PowerShell 5.1 too. */
export const READING: readonly string[] = [
  "Hyper-V\\Get-VM | Where-Object { $_.State -eq 'Running' } | ForEach-Object { [pscustomobject]@{ name = \"$($_.Name)\".ToUpper() } }",
  "CimCmdlets\\Get-CimInstance -Namespace root\\virtualization\\v2 -ClassName Msvm_ComputerSystem -ErrorAction Stop",
  "function Get-It { [CmdletBinding()] param([scriptblock] $Read) try { & $Read } catch { $_.Exception.Message } }; Get-It { Storage\\Get-Volume }",
  "$list = [System.Collections.Generic.List[object]]::new(); $list.Add(1); $list.ToArray()", "$map = @{}; $map['a'] = 1; $map.b = 2; $map.ContainsKey('a')",
  "[IO.File]::ReadAllText('a'); [IO.Path]::Combine('a', 'b'); [DateTime]::UtcNow.ToString('o', [Globalization.CultureInfo]::InvariantCulture)",
  "Invoke-CimMethod -ClassName StdRegProv -MethodName EnumKey -Arguments @{}", "Get-Service 2>$null", "Invoke-Command -VMId $id -ScriptBlock { Get-Service }",
  "$hive = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64'); $hive.OpenSubKey('SOFTWARE').GetValueNames()", "Import-Module Hyper-V -ErrorAction Stop",
  "$text = 'Remove-Item a'; \"Stop-VM $text\"", "function Remove-It { 'own function, walked as well' }; Remove-It",
];

/** Scripts that Windows PowerShell 5.1 does not parse or run, or reads differently. */
export const NEWER: readonly string[] = [
  "$a ? 1 : 2", "$a ?? 1", "$a ??= 1", "${a}?.b", "${a}?[0]", "Get-VM && Get-VHD", "Get-VM || Get-VHD", "Get-VM &", "function Get-It { process { 1 } clean { 2 } }", "1..3 | ForEach-Object -Parallel { $_ }", "10uy", "0b1010", "\"`e[0m\"", "\"`u{1F600}\"",
  "if ($IsWindows) { 1 }", "$PSStyle.Reset", "[semver]'1.2.3'; [semver]::new(1)", "[Convert]::ToHexString($bytes)", "[IO.File]::Move('a', 'b', $true)", "[System.Text.Json.JsonSerializer]::Serialize(1)", "[Environment]::ProcessId", "[Math]::Clamp(1, 2, 3)",
  "ConvertFrom-Json $text -AsHashtable", "Get-Content a -AsByteStream", "Invoke-RestMethod a -SkipCertificateCheck", "Join-String", "'caf\u00e9'", "# \u2019",
];
