# What the collector does beyond reading. The read-only proof (collector/tests/proof) fails on everything that is not
# listed here, and on an entry that nothing uses any more. This list is meant to be read by a security team.
#
#   File    path below collector/, with forward slashes
#   Kind    command   a cmdlet that is not on the list of reading ones      Name = 'Register-ScheduledTask'
#           program   an external program                                  Name = 'secedit.exe'
#           static    a static member or a constructor                     Name = '[IO.File]::Move', '[IO.FileStream]::new'
#           method    an instance method                                   Name = 'Write'
#           property  a property of something outside that is set          Name = 'PriorityClass'
#           redirect  output sent to a file                                Name = '>'
#           dynamic   a command or member whose name is not in the text    Name = '. $file'
#           variable  a variable of the session or the environment is set  Name = '$env:PATH'
#   Reason  one sentence: what it touches, and why that is the collector's own
@{
    Exceptions = @(
        @{ File = 'Quiesce/Private/Credential/Import-QuiesceProtectedData.ps1'; Kind = 'static'; Name = '[PlatformNotSupportedException]::new'; Reason = 'An exception object in memory.' }
        @{ File = 'Quiesce/Private/Credential/Import-QuiesceProtectedData.ps1'; Kind = 'static'; Name = '[Reflection.Assembly]::Load'; Reason = 'Loads the part of .NET that holds DPAPI, by full name, from Windows'' own assembly cache; no file is named.' }
        @{ File = 'Quiesce/Private/Credential/Protect-QuiesceSecret.ps1'; Kind = 'static'; Name = '[Security.Cryptography.ProtectedData]::Protect'; Reason = 'Encrypts bytes in memory.' }
        @{ File = 'Quiesce/Private/Credential/Save-QuiesceToken.ps1'; Kind = 'static'; Name = '[Net.NetworkCredential]::new'; Reason = 'An object in memory that turns a text into a secure string and back.' }
        @{ File = 'Quiesce/Private/Credential/Unprotect-QuiesceSecret.ps1'; Kind = 'static'; Name = '[Security.Cryptography.ProtectedData]::Unprotect'; Reason = 'Decrypts bytes in memory.' }
        @{ File = 'Quiesce/Private/Install/Install-QuiesceEventSource.ps1'; Kind = 'static'; Name = '[Diagnostics.EventLog]::SourceExists'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Install/Install-QuiesceEventSource.ps1'; Kind = 'static'; Name = '[Diagnostics.EventLog]::CreateEventSource'; Reason = 'Registers Quiesce as an event log source at installation.' }
        @{ File = 'Quiesce/Private/Install/Install-QuiesceTask.ps1'; Kind = 'command'; Name = 'Register-ScheduledTask'; Reason = 'Registers the collector''s own task at installation.' }
        @{ File = 'Quiesce/Private/Install/Install-QuiesceTask.ps1'; Kind = 'command'; Name = 'New-ScheduledTaskPrincipal'; Reason = 'An object in memory that names the account of the task.' }
        @{ File = 'Quiesce/Private/Install/Install-QuiesceTask.ps1'; Kind = 'command'; Name = 'Set-ScheduledTask'; Reason = 'Gives the collector''s own task its gMSA.' }
        @{ File = 'Quiesce/Private/Install/New-QuiesceTaskXml.ps1'; Kind = 'static'; Name = '[Security.SecurityElement]::Escape'; Reason = 'Escapes a text for XML.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.Directory]::CreateDirectory'; Reason = 'Makes the collector''s own folder at installation.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'static'; Name = '[PlatformNotSupportedException]::new'; Reason = 'An exception object in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'static'; Name = '[Security.AccessControl.DirectorySecurity]::new'; Reason = 'An access list in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'method'; Name = 'SetAccessRuleProtection'; Reason = 'Changes the access list in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'method'; Name = 'AddAccessRule'; Reason = 'Changes the access list in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'static'; Name = '[Security.AccessControl.FileSystemAccessRule]::new'; Reason = 'An access rule in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'method'; Name = 'SetOwner'; Reason = 'Changes the access list in memory.' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.FileSystemAclExtensions]::SetAccessControl'; Reason = 'Closes the collector''s own folder to all but SYSTEM, Administrators and the account of the task (PowerShell 7).' }
        @{ File = 'Quiesce/Private/Install/Protect-QuiesceHome.ps1'; Kind = 'method'; Name = 'SetAccessControl'; Reason = 'Closes the collector''s own folder to all but SYSTEM, Administrators and the account of the task (Windows PowerShell).' }
        @{ File = 'Quiesce/Private/Install/Assert-QuiesceModuleFolder.ps1'; Kind = 'static'; Name = '[IO.Directory]::GetFileSystemEntries'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Install/Remove-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.Directory]::GetFileSystemEntries'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Install/Remove-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.Directory]::Delete'; Reason = 'Removes the collector''s own folders when they are empty, at uninstallation.' }
        @{ File = 'Quiesce/Private/Install/Remove-QuiesceTask.ps1'; Kind = 'command'; Name = 'Unregister-ScheduledTask'; Reason = 'Removes the collector''s own task at uninstallation.' }
        @{ File = 'Quiesce/Private/Install/Test-QuiesceServer.ps1'; Kind = 'method'; Name = 'AuthenticateAsClient'; Reason = 'Begins TLS with the server.' }
        @{ File = 'Quiesce/Private/Install/Uninstall-QuiesceEventSource.ps1'; Kind = 'static'; Name = '[Diagnostics.EventLog]::SourceExists'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Install/Uninstall-QuiesceEventSource.ps1'; Kind = 'static'; Name = '[Diagnostics.EventLog]::DeleteEventSource'; Reason = 'Takes Quiesce off the event log sources at uninstallation.' }
        @{ File = 'Quiesce/Private/Send/Compress-QuiesceText.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Writes into a stream in memory, not to a file.' }
        @{ File = 'Quiesce/Private/Send/Connect-QuiesceServer.ps1'; Kind = 'method'; Name = 'ConnectAsync'; Reason = 'The connection to the server or its proxy.' }
        @{ File = 'Quiesce/Private/Send/Connect-QuiesceServer.ps1'; Kind = 'static'; Name = '[Net.Sockets.TcpClient]::new'; Reason = 'The connection to the server or its proxy.' }
        @{ File = 'Quiesce/Private/Send/Connect-QuiesceServer.ps1'; Kind = 'method'; Name = 'GetStream'; Reason = 'The connection to the server or its proxy.' }
        @{ File = 'Quiesce/Private/Send/Connect-QuiesceThrough.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Asks the proxy for a connection to the server.' }
        @{ File = 'Quiesce/Private/Send/Get-QuiesceSystemProxy.ps1'; Kind = 'method'; Name = 'IsBypassed'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Send/Get-QuiesceSystemProxy.ps1'; Kind = 'method'; Name = 'GetProxy'; Reason = 'Only answers; nothing on the machine changes.' }
        @{ File = 'Quiesce/Private/Send/Get-QuiesceThumbprint.ps1'; Kind = 'method'; Name = 'Reset'; Reason = 'Frees a certificate chain in memory.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiescePinnedRequest.ps1'; Kind = 'method'; Name = 'AuthenticateAsClient'; Reason = 'Begins TLS with the server.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiescePinnedRequest.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Sends a request to the server, after the pin was compared.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiesceWebRequest.ps1'; Kind = 'property'; Name = '[Net.ServicePointManager]::SecurityProtocol'; Reason = 'TLS 1.2 or newer for the request in this process, and back again afterwards.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiesceWebRequest.ps1'; Kind = 'static'; Name = '[Net.WebRequest]::Create'; Reason = 'The request to the server.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiesceWebRequest.ps1'; Kind = 'method'; Name = 'GetRequestStream'; Reason = 'The request to the server.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiesceWebRequest.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Sends a request to the server.' }
        @{ File = 'Quiesce/Private/Send/Invoke-QuiesceWebRequest.ps1'; Kind = 'method'; Name = 'GetResponse'; Reason = 'The answer of the server.' }
        @{ File = 'Quiesce/Private/Send/Lock-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.Directory]::CreateDirectory'; Reason = 'The collector''s own folder.' }
        @{ File = 'Quiesce/Private/Send/Lock-QuiesceHome.ps1'; Kind = 'static'; Name = '[IO.FileStream]::new'; Reason = 'An empty lock file in the collector''s own folder.' }
        @{ File = 'Quiesce/Private/Send/Read-QuiesceStream.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Writes into a stream in memory, not to a file.' }
        @{ File = 'Quiesce/Private/Send/Remove-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.File]::Delete'; Reason = 'Deletes a file of the collector''s own folder; any other path is refused.' }
        @{ File = 'Quiesce/Private/Send/Set-QuiescePriority.ps1'; Kind = 'property'; Name = 'PriorityClass'; Reason = 'Puts this process below normal priority.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceEventEntry.ps1'; Kind = 'static'; Name = '[Diagnostics.EventLog]::WriteEntry'; Reason = 'One entry in the event log Application under the source Quiesce.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.Directory]::CreateDirectory'; Reason = 'The collector''s own folder.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.FileStream]::new'; Reason = 'State, spool and credential in the collector''s own folder.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'State, spool and credential in the collector''s own folder.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.File]::Replace'; Reason = 'Puts a whole file of the collector''s own folder in place of the old one.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.File]::Delete'; Reason = 'Removes the temporary file that it made itself, when it cannot be finished.' }
        @{ File = 'Quiesce/Private/Send/Write-QuiesceFile.ps1'; Kind = 'static'; Name = '[IO.File]::Move'; Reason = 'Gives a whole file of the collector''s own folder its name.' }
        @{ File = 'Quiesce/Public/Register-QuiesceCollector.ps1'; Kind = 'static'; Name = '[Net.NetworkCredential]::new'; Reason = 'An object in memory that turns a text into a secure string and back.' }
        @{ File = 'Quiesce/Public/Set-QuiesceCredential.ps1'; Kind = 'static'; Name = '[Net.NetworkCredential]::new'; Reason = 'An object in memory that turns a text into a secure string and back.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[Diagnostics.ProcessStartInfo]::new'; Reason = 'How vssadmin is started.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[Diagnostics.Process]::Start'; Reason = 'vssadmin list writers inside the guest: Windows has no class that tells the state of writers.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'BeginRead'; Reason = 'Reads what vssadmin prints.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'EndRead'; Reason = 'Reads what vssadmin prints.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'WaitOne'; Reason = 'Waits for what vssadmin prints.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'Kill'; Reason = 'Ends vssadmin, which it started itself, when it takes too long.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[Runtime.InteropServices.Marshal]::GetHRForException'; Reason = 'The number of an error in memory.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'WaitForExit'; Reason = 'Waits until vssadmin, which it started, has ended.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'Write'; Reason = 'Writes into a stream in memory, not to a file.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'CreateSubKey'; Reason = 'The guest''s KVP store, which Windows provides for this.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'SetValue'; Reason = 'The script''s own values Quiesce.* in the guest''s KVP store.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'method'; Name = 'DeleteValue'; Reason = 'The script''s own older values Quiesce.* in the guest''s KVP store.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[IO.File]::WriteAllText'; Reason = 'The file that the admin named.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[IO.File]::Delete'; Reason = 'The older file of the name that the admin gave.' }
        @{ File = 'guest/Publish-QuiesceGuest.ps1'; Kind = 'static'; Name = '[IO.File]::Move'; Reason = 'Gives the whole file its name.' }
        @{ File = 'Quiesce/Private/Guest/Get-GuestScript.ps1'; Kind = 'program'; Name = 'vssadmin.exe'; Reason = 'Lists the VSS writers in a guest; no class lists them.' }
        @{ File = 'Quiesce/Private/Read/ConvertFrom-CimXml.ps1'; Kind = 'method'; Name = 'Load'; Reason = 'Reads XML text in memory, without DTD and without outside references.' }
        @{ File = 'Quiesce/Private/Read/New-Run.ps1'; Kind = 'static'; Name = '[Management.Automation.Security.SystemPolicy]::GetSystemLockdownPolicy'; Reason = 'Asks whether application control is enforced here.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'static'; Name = '[Management.Automation.Runspaces.InitialSessionState]::CreateDefault2'; Reason = 'A runspace in this process, so that a call that hangs can be left behind.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'GetCommands'; Reason = 'Lists the functions of this module.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'static'; Name = '[Management.Automation.Runspaces.SessionStateFunctionEntry]::new'; Reason = 'Makes the functions of this module, as they stand, known in that runspace.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'static'; Name = '[Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace'; Reason = 'A runspace in this process.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'Open'; Reason = 'Opens that runspace, in memory.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'SetVariable'; Reason = 'Errors end a reader in that runspace, as they do in the module.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'static'; Name = '[Management.Automation.PowerShell]::Create'; Reason = 'Runs one reader of this module in that runspace.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'AddCommand'; Reason = 'The reader, by a name that the callers closed list allows.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'AddParameters'; Reason = 'The readers parameters.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'BeginInvoke'; Reason = 'Starts the reader of this module in that runspace.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'WaitOne'; Reason = 'Waits for the reader up to the limit of one call.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'BeginStop'; Reason = 'Stops a reader of this module that took too long.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-InRunspace.ps1'; Kind = 'method'; Name = 'EndInvoke'; Reason = 'Takes what the reader returned.' }
        @{ File = 'Quiesce/Private/Read/Source/Invoke-Source.ps1'; Kind = 'dynamic'; Name = '& $Reader'; Reason = 'Calls one of the readers that the closed list on this parameter names; each is proven by itself.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Guest.ps1'; Kind = 'dynamic'; Name = 'Invoke-Command without its script block in the text'; Reason = 'Runs the block of Get-GuestScript in a guest; that block is proven as any other text of the module.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-GuestCluster.ps1'; Kind = 'method'; Name = 'QueryGuestClusterInformation'; Reason = 'Asks a guest cluster what it says of its shared disks.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'static'; Name = '[Diagnostics.ProcessStartInfo]::new'; Reason = 'Names one of three Windows programs by its full path, with fixed arguments.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'static'; Name = '[Diagnostics.Process]::Start'; Reason = 'Runs vssadmin list writers, diskshadow with list writers, or secedit /export; Windows has no class or cmdlet for what they tell.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'method'; Name = 'ReadToEndAsync'; Reason = 'Takes what the program prints.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'method'; Name = 'WriteLine'; Reason = 'Types the one line list writers detailed into diskshadow.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'method'; Name = 'WaitForExit'; Reason = 'Waits for the program up to the limit of one call.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-Program.ps1'; Kind = 'method'; Name = 'Kill'; Reason = 'Ends the program that it started itself, when it takes too long.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-RemoteWriters.ps1'; Kind = 'program'; Name = 'vssadmin.exe'; Reason = 'Lists the VSS writers of an old host; no class lists them.' }
        @{ File = 'Quiesce/Private/Read/Source/Read-UserRights.ps1'; Kind = 'static'; Name = '[IO.File]::Delete'; Reason = 'Removes the file that secedit exported for it into the folder for temporary files.' }
        @{ File = 'Quiesce/Quiesce.psm1'; Kind = 'dynamic'; Name = '. $file'; Reason = 'Loads the files of this module.' }
    )
}
