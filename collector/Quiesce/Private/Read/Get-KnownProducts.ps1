function Get-KnownProducts {
    # Backup products by what they install: a pattern on the name of their uninstall entry, and names of their services.
    # Product names are not localised. Kind tells an agent inside the machine from a product that backs VMs up.
    param()

    @(
        @{ Name = 'Veeam Backup & Replication'; Uninstall = '^Veeam (Backup|Hyper-V|Installer|Mover|Data)'; Services = 'VeeamDeploySvc', 'VeeamHvIntegrationSvc', 'VeeamTransportSvc', 'VeeamBackupSvc' }
        @{ Name = 'Veeam Agent'; Uninstall = '^Veeam Agent'; Services = @('VeeamEndpointBackupSvc') }
        @{ Name = 'Microsoft DPM or Azure Backup Server'; Uninstall = '^Microsoft (System Center .*(DPM|Data Protection Manager)|Azure Backup Server|Data Protection Manager)'; Services = @('DPMRA') }
        @{ Name = 'Azure Recovery Services Agent'; Uninstall = '^Microsoft Azure Recovery Services Agent'; Services = @('obengine') }
        @{ Name = 'Windows Server Backup'; Uninstall = '^$'; Services = @('wbengine'); Optional = $true }
        @{ Name = 'Commvault'; Uninstall = '^(Commvault|CommVault)'; Services = 'GxCVD(Instance001)', 'GxClMgrS(Instance001)' }
        @{ Name = 'Veritas NetBackup'; Uninstall = '^(Veritas|Symantec|Cohesity)? ?NetBackup'; Services = 'NetBackup Client Service', 'NetBackup Legacy Network Service', 'bpcd' }
        @{ Name = 'Veritas Backup Exec'; Uninstall = '(Veritas|Symantec|Arctera) Backup Exec'; Services = @('BackupExecAgentAccelerator') }
        @{ Name = 'Altaro or Hornetsecurity VM Backup'; Uninstall = '^(Altaro VM Backup|Altaro Hyper-V Backup|Hornetsecurity .*Backup|VM Backup)'; Services = 'Altaro.HyperV.Agent', 'Altaro.Agent', 'AltaroHyperVAgent' }
        @{ Name = 'NAKIVO Backup & Replication'; Uninstall = '^NAKIVO'; Services = 'nkv-bhsvc', 'NAKIVO Backup & Replication Transporter' }
        @{ Name = 'Acronis Cyber Protect'; Uninstall = '^(Acronis (Cyber|Backup|Agent)|Cyber Protect)'; Services = 'MMS', 'AcronisAgent' }
        @{ Name = 'Arcserve UDP'; Uninstall = '^(Arcserve|CA ARCserve)'; Services = @('CASAD2DWebSvc') }
        @{ Name = 'Rubrik Backup Service'; Uninstall = '^Rubrik'; Services = @('Rubrik Backup Service') }
        @{ Name = 'Cohesity Agent'; Uninstall = '^Cohesity Agent'; Services = @('CohesityAgent') }
        @{ Name = 'IBM Storage Protect'; Uninstall = '^(IBM (Spectrum|Storage) Protect|Tivoli Storage Manager)'; Services = @('TSM Client Acceptor') }
        @{ Name = 'BackupChain'; Uninstall = '^BackupChain'; Services = @('BackupChain') }
        @{ Name = 'Vembu or BDRSuite'; Uninstall = '^(Vembu|BDRSuite)'; Services = @('VembuHyperVIntegrationService') }
        @{ Name = 'Unitrends'; Uninstall = '^Unitrends'; Services = @('bpnetd') }
        @{ Name = 'Dell NetWorker'; Uninstall = '^(EMC |Dell )?NetWorker'; Services = @('nsrexecd') }
        @{ Name = 'Dell Avamar'; Uninstall = '^(EMC |Dell )?Avamar'; Services = @('avbackup') }
        @{ Name = 'Quest Rapid Recovery'; Uninstall = '^(Quest |Dell )?(Rapid Recovery|AppAssure)'; Services = @('RapidRecoveryAgent') }
        @{ Name = 'Zmanda'; Uninstall = '^Zmanda'; Services = @('ZWC-Service') }
        @{ Name = 'Comet Backup'; Uninstall = '^Comet Backup'; Services = 'backup.delegate', 'comet-backup' }
    )
}
