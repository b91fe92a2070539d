function Get-InstallerNames {
    # Names of the registry value that holds the version of the integration services a host brings, newest kind first:
    # they changed between 2008 R2 and 2012 R2.
    param()

    'Microsoft-Hyper-V-Guest-Installer-Win6x-Package', 'Microsoft-Hyper-V-Guest-Installer', 'Microsoft-Hyper-V-Guest-Installer-Win60-Package'
}
