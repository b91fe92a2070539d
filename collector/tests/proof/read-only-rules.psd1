# What reads and nothing else. The proof fails on whatever is neither here nor in Quiesce/exceptions.psd1.
@{
    # Every cmdlet with one of these verbs gives something and changes nothing.
    ReadingVerbs = @('Get', 'Select', 'Sort', 'Group', 'Measure', 'ConvertTo', 'ConvertFrom', 'Compare', 'Format', 'Join', 'Split', 'Resolve')

    ReadingCommands = @(
        'ForEach-Object', 'Where-Object', 'New-Object',
        'Write-Verbose', 'Write-Warning', 'Write-Error', 'Write-Output', 'Write-Debug', 'Write-Host', 'Write-Progress', 'Write-Information',
        'Out-Null', 'Out-String', 'Set-StrictMode', 'Start-Sleep', 'Export-ModuleMember',
        'Import-Module', 'Test-Path', 'Test-WSMan', 'Test-VHD',
        # They open and end the session that a remote read goes through; nothing on the other side changes.
        'New-CimSession', 'New-CimSessionOption', 'Remove-CimSession', 'New-PSSession', 'New-PSSessionOption', 'Remove-PSSession',
        # Their script block is text of the module and walked like the rest; the method of the second is checked below.
        'Invoke-Command', 'Invoke-CimMethod', 'Invoke-WmiMethod'
    )

    # WMI methods that only answer.
    ReadingCimMethods = @(
        'GetVirtualHardDiskInfo', 'GetVirtualHardDiskSettingData', 'GetVirtualHardDiskState', 'GetSummaryInformation', 'GetVHDSnapshotInformation',
        'GetVHDSetInformation', 'EnumKey', 'EnumValues', 'GetStringValue', 'GetExpandedStringValue', 'GetMultiStringValue', 'GetDWORDValue', 'GetQWORDValue',
        'GetBinaryValue', 'GetSecurityDescriptor', 'GetProtectionStatus', 'GetConversionStatus', 'GetLockStatus', 'CheckAccess'
    )

    # Every static member and constructor of these types is a calculation or a value in memory.
    ReadingTypes = @(
        'math', 'string', 'char', 'int', 'int16', 'int32', 'int64', 'uint16', 'uint32', 'uint64', 'long', 'ulong', 'uint', 'byte', 'bool', 'double', 'decimal', 'bigint', 'float', 'single', 'sbyte', 'short', 'ushort',
        'datetime', 'datetimeoffset', 'timespan', 'timezoneinfo', 'datetimekind', 'guid', 'version', 'convert', 'bitconverter', 'array', 'object', 'uri', 'enum', 'type', 'tuple', 'random', 'buffer', 'stringcomparer', 'stringcomparison', 'stringsplitoptions', 'midpointrounding',
        'text.encoding', 'text.utf8encoding', 'text.unicodeencoding', 'text.stringbuilder', 'text.normalizationform', 'regex', 'text.regularexpressions.regex', 'text.regularexpressions.regexoptions',
        'globalization.cultureinfo', 'cultureinfo', 'globalization.datetimestyles', 'globalization.numberstyles',
        'io.path', 'io.memorystream', 'io.stringreader', 'io.stringwriter', 'io.streamreader', 'io.binaryreader', 'io.filemode', 'io.fileaccess', 'io.fileshare', 'io.seekorigin', 'io.searchoption', 'io.filenotfoundexception', 'io.invaliddataexception', 'io.ioexception',
        'io.compression.gzipstream', 'io.compression.deflatestream', 'io.compression.compressionmode', 'io.compression.compressionlevel',
        'collections.arraylist', 'collections.specialized.ordereddictionary', 'collections.hashtable', 'hashtable', 'collections.ienumerable', 'collections.idictionary',
        'diagnostics.stopwatch', 'stopwatch', 'diagnostics.processpriorityclass', 'net.dns', 'net.ipaddress', 'ipaddress', 'net.networkinformation.ipglobalproperties',
        'security.principal.windowsidentity', 'security.principal.windowsprincipal', 'security.principal.windowsbuiltinrole', 'security.principal.securityidentifier', 'security.principal.wellknownsidtype', 'security.principal.ntaccount',
        'security.cryptography.sha256', 'security.cryptography.sha256managed', 'security.cryptography.randomnumbergenerator', 'security.cryptography.rngcryptoserviceprovider',
        'xml.xmlconvert', 'xml.xmldocument', 'xml', 'xml.xmlreader', 'xml.xmlreadersettings', 'xml.dtdprocessing', 'pscustomobject', 'psobject', 'ordered',
        'microsoft.win32.registryhive', 'microsoft.win32.registryview', 'runtime.interopservices.runtimeinformation', 'runtime.interopservices.osplatform', 'gc', 'argumentexception', 'exception', 'invalidoperationexception', 'timeoutexception', 'notsupportedexception', 'unauthorizedaccessexception', 'formatexception',
        'management.automation.errorrecord', 'management.automation.errorcategory', 'management.automation.pscredential', 'pscredential', 'management.automation.psobject', 'management.automation.language.parser', 'management.automation.runtimeexception', 'management.automation.wildcardpattern', 'management.automation.languageprimitives', 'psnoteproperty', 'management.automation.psnoteproperty',
        'void', 'nullable', 'nullstring', 'security.cryptography.x509certificates.x509certificate2', 'security.cryptography.x509certificates.x509chain', 'net.webproxy', 'net.security.sslstream', 'intptr', 'security.securestring'
    )
    ReadingGenerics = @('collections.generic.list', 'collections.generic.dictionary', 'collections.generic.hashset', 'collections.generic.queue', 'collections.generic.stack', 'collections.generic.sorteddictionary', 'collections.generic.sortedset', 'collections.generic.linkedlist', 'func', 'predicate', 'nullable', 'collections.generic.keyvaluepair', 'collections.generic.ienumerable', 'tuple', 'comparison')

    # Of types that also write, the members that read.
    ReadingStatics = @(
        'environment.getenvironmentvariable', 'environment.getfolderpath', 'environment.machinename', 'environment.osversion', 'environment.userdomainname', 'environment.username', 'environment.newline', 'environment.tickcount', 'environment.is64bitprocess', 'environment.is64bitoperatingsystem', 'environment.systemdirectory', 'environment.processorcount', 'environment.specialfolder', 'environment.version', 'environment.expandenvironmentvariables',
        'environment+specialfolder.commonapplicationdata', 'environment+specialfolder.system', 'environment+specialfolder.windows', 'environment+specialfolder.programfiles', 'environment+specialfolder.programfilesx86',
        'io.file.exists', 'io.file.readalltext', 'io.file.readallbytes', 'io.file.readalllines', 'io.file.readlines', 'io.file.openread', 'io.file.opentext', 'io.file.getlastwritetimeutc', 'io.file.getcreationtimeutc', 'io.file.getattributes', 'io.file.getaccesscontrol',
        'io.directory.exists', 'io.directory.getfiles', 'io.directory.getdirectories', 'io.directory.enumeratefiles', 'io.directory.enumeratedirectories', 'io.directory.enumeratefilesystementries', 'io.directory.getlastwritetimeutc', 'io.directory.getaccesscontrol',
        'io.driveinfo.new', 'io.fileinfo.new', 'io.directoryinfo.new', 'io.driveinfo.getdrives', 'diagnostics.process.getcurrentprocess', 'threading.thread.sleep',
        'microsoft.win32.registrykey.openbasekey', 'microsoft.win32.registrykey.openremotebasekey', 'microsoft.win32.registry.localmachine', 'microsoft.win32.registry.getvalue'
    )
    # Of types that are otherwise calculations, the member that writes a file.
    ForbiddenStatics = @('io.path.gettempfilename')

    # Conversions that make something with methods of the machine behind it.
    ForbiddenCasts = @('wmiclass', 'adsi', 'adsisearcher', 'management.managementclass')

    # Instance methods that answer, or change something that only lives in memory.
    ReadingMethods = @(
        'ToString', 'ToLower', 'ToUpper', 'ToLowerInvariant', 'ToUpperInvariant', 'Trim', 'TrimStart', 'TrimEnd', 'Substring', 'Split', 'Replace', 'StartsWith', 'EndsWith', 'Contains', 'IndexOf', 'LastIndexOf', 'IndexOfAny', 'PadLeft', 'PadRight', 'Insert', 'ToCharArray', 'Normalize', 'Equals', 'CompareTo', 'GetHashCode', 'GetType', 'GetTypeCode', 'IsNormalized',
        'Add', 'AddRange', 'Remove', 'RemoveAt', 'RemoveRange', 'RemoveAll', 'ContainsKey', 'ContainsValue', 'TryGetValue', 'Sort', 'Reverse', 'ToArray', 'Push', 'Pop', 'Peek', 'Enqueue', 'Dequeue', 'UnionWith', 'Clone', 'GetEnumerator', 'MoveNext', 'GetRange', 'Append', 'AppendLine', 'AppendFormat', 'Where', 'ForEach', 'GetValue', 'Item', 'get_Item', 'Exists', 'Find', 'SetEquals', 'InsertRange',
        'ToUniversalTime', 'ToLocalTime', 'AddDays', 'AddHours', 'AddMinutes', 'AddSeconds', 'AddMilliseconds', 'AddTicks', 'Subtract', 'ToUnixTimeMilliseconds', 'ToFileTimeUtc', 'ToByteArray',
        'GetBytes', 'GetString', 'GetChars', 'GetByteCount', 'GetPreamble', 'ComputeHash', 'Match', 'Matches', 'IsMatch',
        'Read', 'ReadLine', 'ReadToEnd', 'ReadByte', 'ReadBytes', 'ReadInt32', 'Close', 'Dispose', 'Flush', 'Seek',
        'OpenSubKey', 'GetSubKeyNames', 'GetValueNames', 'GetValueKind', 'GetAccessControl', 'GetAccessRules', 'GetOwner', 'Translate', 'IsInRole', 'GetFiles', 'GetDirectories', 'EnumerateFiles', 'EnumerateDirectories', 'EnumerateFileSystemInfos', 'Refresh',
        'LoadXml', 'SelectNodes', 'SelectSingleNode', 'GetAttribute', 'GetElementsByTagName', 'HasAttribute',
        'WriteVerbose', 'WriteWarning', 'WriteError', 'WriteDebug', 'WriteObject', 'ThrowTerminatingError', 'ShouldProcess', 'ShouldContinue', 'GetNewClosure',
        'IsAssignableFrom', 'GetField', 'GetProperty', 'GetNetworkCredential', 'MakeReadOnly', 'GetResponseStream', 'Build', 'Wait', 'AppendChar', 'Next', 'NextBytes', 'NextDouble'
    )
    # Set on an object of .NET or of Windows, each of these changes the machine.
    OutsideProperties = @('PriorityClass', 'ProcessorAffinity', 'StartupType', 'StartType', 'Attributes', 'IsReadOnly', 'LastWriteTime', 'LastWriteTimeUtc', 'CreationTime', 'CreationTimeUtc', 'CurrentDirectory', 'BackgroundColor', 'ForegroundColor', 'WindowTitle', 'Priority')
}
