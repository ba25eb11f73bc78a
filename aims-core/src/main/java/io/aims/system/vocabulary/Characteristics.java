package io.aims.system.vocabulary;

import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.automation.ActionScope;
import io.aims.system.automation.AgencyLevel;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.automation.DecisionRole;
import io.aims.system.automation.HumanOversightMode;
import io.aims.system.automation.InterventionWindow;
import io.aims.system.automation.OverrideCapability;
import io.aims.system.data.BiometricFunction;
import io.aims.system.data.ContentRights;
import io.aims.system.data.DataProvenance;
import io.aims.system.data.DataQualityControl;
import io.aims.system.data.DataRepresentativeness;
import io.aims.system.data.DataStability;
import io.aims.system.data.InputReuse;
import io.aims.system.data.InputTrust;
import io.aims.system.data.LabelBasis;
import io.aims.system.data.PersonalDataCategory;
import io.aims.system.data.ProtectedAttributes;
import io.aims.system.environment.AdversaryInterest;
import io.aims.system.environment.AvailabilityNeed;
import io.aims.system.environment.ComputeIntensity;
import io.aims.system.environment.EnvironmentComplexity;
import io.aims.system.environment.ExecutionPlatform;
import io.aims.system.environment.Fallback;
import io.aims.system.environment.HardwareDependence;
import io.aims.system.environment.HardwareFaultBehaviour;
import io.aims.system.environment.IntegrationComplexity;
import io.aims.system.environment.Maintainability;
import io.aims.system.environment.NetworkExposure;
import io.aims.system.environment.OperatingConditions;
import io.aims.system.environment.TrainServeGap;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.ChangeFrequency;
import io.aims.system.identity.DeploymentNovelty;
import io.aims.system.identity.DistributionScope;
import io.aims.system.identity.Jurisdiction;
import io.aims.system.identity.LifecycleStage;
import io.aims.system.identity.ManagementSystem;
import io.aims.system.people.AffectedPopulation;
import io.aims.system.people.AffectedReach;
import io.aims.system.people.AiExpertise;
import io.aims.system.people.ApplicationDomain;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.IncidentHistory;
import io.aims.system.people.MisusePotential;
import io.aims.system.people.Optionality;
import io.aims.system.people.Reversibility;
import io.aims.system.people.SafetyHarm;
import io.aims.system.people.SocietalInfluence;
import io.aims.system.people.UserCompetence;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.regulation.AnnexThreeUse;
import io.aims.system.regulation.ArticleSixThreeCondition;
import io.aims.system.regulation.EuRole;
import io.aims.system.regulation.ProhibitedPractice;
import io.aims.system.supply.ResponsibilityAllocation;
import io.aims.system.supply.SupplierChangeControl;
import io.aims.system.supply.SupplierTransparency;
import io.aims.system.supply.ThirdPartyElement;
import io.aims.system.technique.ContinuousLearning;
import io.aims.system.technique.Explainability;
import io.aims.system.technique.GeneralPurposeModel;
import io.aims.system.technique.GeneratedModality;
import io.aims.system.technique.GenerativeCapability;
import io.aims.system.technique.LearningParadigm;
import io.aims.system.technique.LogicOrigin;
import io.aims.system.technique.OutputDeterminism;
import io.aims.system.technique.PerformanceEvidence;
import io.aims.system.technique.TransparencyToAffected;
import java.util.List;

/**
 * The built-in characteristics, in the order of the vocabulary: made for static import.
 *
 * <p>Questions, definitions and sources are data, in the vocabulary of {@code aims-catalog}.
 *
 * @since 0.1
 */
public final class Characteristics {

    // Identity, role and life cycle

    /** Do you build it, offer it to others, use it yourselves, or contribute a part of it? */
    public static final SetCharacteristic<AimsRole> AIMS_ROLES = SetCharacteristic.of("aimsRoles", AimsRole.class);

    /** Which life cycle stage is the system in today? */
    public static final NominalCharacteristic<LifecycleStage> LIFECYCLE_STAGE =
            NominalCharacteristic.of("lifecycleStage", LifecycleStage.class);

    /** At what TRL has this technique been demonstrated for this use? A lower number is more severe. */
    public static final ScaleCharacteristic TECHNOLOGY_READINESS_LEVEL =
            ScaleCharacteristic.of("technologyReadinessLevel", 1, 9);

    /** Has anybody run this technique for this purpose before: you, your sector, anyone? */
    public static final OrdinalCharacteristic<DeploymentNovelty> DEPLOYMENT_NOVELTY =
            OrdinalCharacteristic.of("deploymentNovelty", DeploymentNovelty.class);

    /** How often does something that can alter outputs change in production? */
    public static final OrdinalCharacteristic<ChangeFrequency> CHANGE_FREQUENCY =
            OrdinalCharacteristic.of("changeFrequency", ChangeFrequency.class);

    /** Who outside the organisation receives the system? */
    public static final OrdinalCharacteristic<DistributionScope> DISTRIBUTION_SCOPE =
            OrdinalCharacteristic.of("distributionScope", DistributionScope.class);

    /** Where is the system or its output used? */
    public static final SetCharacteristic<Jurisdiction> JURISDICTIONS =
            SetCharacteristic.of("jurisdictions", Jurisdiction.class);

    /** Which other management systems do you already run? */
    public static final SetCharacteristic<ManagementSystem> MANAGEMENT_SYSTEMS =
            SetCharacteristic.of("managementSystems", ManagementSystem.class);

    // Automation and human control

    /** How much happens before a person acts? */
    public static final OrdinalCharacteristic<AutomationLevel> AUTOMATION_LEVEL =
            OrdinalCharacteristic.of("automationLevel", AutomationLevel.class);

    /** Would the decision be different without the output, and who can depart from it? */
    public static final OrdinalCharacteristic<DecisionRole> DECISION_ROLE =
            OrdinalCharacteristic.of("decisionRole", DecisionRole.class);

    /** Who sees an output before it has effect? */
    public static final OrdinalCharacteristic<HumanOversightMode> HUMAN_OVERSIGHT_MODE =
            OrdinalCharacteristic.of("humanOversightMode", HumanOversightMode.class);

    /** Can someone stop it or undo an output, and how fast? */
    public static final OrdinalCharacteristic<OverrideCapability> OVERRIDE_CAPABILITY =
            OrdinalCharacteristic.of("overrideCapability", OverrideCapability.class);

    /** How long between an output and its effect? */
    public static final OrdinalCharacteristic<InterventionWindow> INTERVENTION_WINDOW =
            OrdinalCharacteristic.of("interventionWindow", InterventionWindow.class);

    /** Does the output only inform, or does it act; on data, money or matter? */
    public static final OrdinalCharacteristic<ActionScope> ACTION_SCOPE =
            OrdinalCharacteristic.of("actionScope", ActionScope.class);

    /** Does it choose its own steps and call tools; does a person approve each call? */
    public static final OrdinalCharacteristic<AgencyLevel> AGENCY_LEVEL =
            OrdinalCharacteristic.of("agencyLevel", AgencyLevel.class);

    // Technique and transparency

    /** Did people write the decision logic or was it learned? */
    public static final OrdinalCharacteristic<LogicOrigin> LOGIC_ORIGIN =
            OrdinalCharacteristic.of("logicOrigin", LogicOrigin.class);

    /** Does it keep changing in use, and does anything stand between a change and its effect? */
    public static final OrdinalCharacteristic<ContinuousLearning> CONTINUOUS_LEARNING =
            OrdinalCharacteristic.of("continuousLearning", ContinuousLearning.class);

    /** Which learning methods were used? */
    public static final SetCharacteristic<LearningParadigm> LEARNING_PARADIGMS =
            SetCharacteristic.of("learningParadigms", LearningParadigm.class);

    /** Does it generate content freely? */
    public static final OrdinalCharacteristic<GenerativeCapability> GENERATIVE_CAPABILITY =
            OrdinalCharacteristic.of("generativeCapability", GenerativeCapability.class);

    /** Is a foundation model inside, and did you change or supply it? */
    public static final OrdinalCharacteristic<GeneralPurposeModel> GENERAL_PURPOSE_MODEL =
            OrdinalCharacteristic.of("generalPurposeModel", GeneralPurposeModel.class);

    /** Can you reproduce a past output? */
    public static final OrdinalCharacteristic<OutputDeterminism> OUTPUT_DETERMINISM =
            OrdinalCharacteristic.of("outputDeterminism", OutputDeterminism.class);

    /** Can you say why this output came out, and have you tested that the reason is true? */
    public static final OrdinalCharacteristic<Explainability> EXPLAINABILITY =
            OrdinalCharacteristic.of("explainability", Explainability.class);

    /** Do people know that AI is used on them, and why it came out so? */
    public static final OrdinalCharacteristic<TransparencyToAffected> TRANSPARENCY_TO_AFFECTED =
            OrdinalCharacteristic.of("transparencyToAffected", TransparencyToAffected.class);

    /** What is your strongest evidence that it works here? */
    public static final OrdinalCharacteristic<PerformanceEvidence> PERFORMANCE_EVIDENCE =
            OrdinalCharacteristic.of("performanceEvidence", PerformanceEvidence.class);

    /** What kinds of content does it generate? */
    public static final SetCharacteristic<GeneratedModality> GENERATED_MODALITIES =
            SetCharacteristic.of("generatedModalities", GeneratedModality.class);

    /** Can it produce content a person would take for real? */
    public static final BooleanCharacteristic PRODUCES_DEEP_FAKES = BooleanCharacteristic.of("producesDeepFakes");

    /** Is generated text published on public matters without an editor? */
    public static final BooleanCharacteristic PUBLISHES_PUBLIC_INTEREST_TEXT =
            BooleanCharacteristic.of("publishesPublicInterestText");

    // Data

    /** What is the most sensitive personal data it touches? */
    public static final OrdinalCharacteristic<PersonalDataCategory> PERSONAL_DATA_CATEGORY =
            OrdinalCharacteristic.of("personalDataCategory", PersonalDataCategory.class);

    /** Does it verify, identify, categorise or read emotions from bodies, faces or voices? */
    public static final SetCharacteristic<BiometricFunction> BIOMETRIC_FUNCTIONS =
            SetCharacteristic.of("biometricFunctions", BiometricFunction.class);

    /** Does it evaluate or predict aspects of individual people? */
    public static final BooleanCharacteristic PROFILING = BooleanCharacteristic.of("profiling");

    /** Where did the data come from and can you show it? */
    public static final OrdinalCharacteristic<DataProvenance> DATA_PROVENANCE =
            OrdinalCharacteristic.of("dataProvenance", DataProvenance.class);

    /** Have you shown the data resembles the people and conditions in use? */
    public static final OrdinalCharacteristic<DataRepresentativeness> DATA_REPRESENTATIVENESS =
            OrdinalCharacteristic.of("dataRepresentativeness", DataRepresentativeness.class);

    /** Which data-quality criteria are measured? */
    public static final OrdinalCharacteristic<DataQualityControl> DATA_QUALITY_CONTROL =
            OrdinalCharacteristic.of("dataQualityControl", DataQualityControl.class);

    /** Is the label the thing you care about, or a past decision standing in for it? */
    public static final OrdinalCharacteristic<LabelBasis> LABEL_BASIS =
            OrdinalCharacteristic.of("labelBasis", LabelBasis.class);

    /** Do inputs contain, or stand in for, protected characteristics? */
    public static final OrdinalCharacteristic<ProtectedAttributes> PROTECTED_ATTRIBUTES =
            OrdinalCharacteristic.of("protectedAttributes", ProtectedAttributes.class);

    /** How fast does the world this model learned from change? */
    public static final OrdinalCharacteristic<DataStability> DATA_STABILITY =
            OrdinalCharacteristic.of("dataStability", DataStability.class);

    /** Can people you do not control feed it? */
    public static final OrdinalCharacteristic<InputTrust> INPUT_TRUST =
            OrdinalCharacteristic.of("inputTrust", InputTrust.class);

    /** Are the rights to learn from and output this content cleared? */
    public static final OrdinalCharacteristic<ContentRights> CONTENT_RIGHTS =
            OrdinalCharacteristic.of("contentRights", ContentRights.class);

    /** Are inputs kept or learned from, by you or a supplier? */
    public static final OrdinalCharacteristic<InputReuse> INPUT_REUSE =
            OrdinalCharacteristic.of("inputReuse", InputReuse.class);

    // Environment, IT and hardware

    /** Could you list the situations it will meet? */
    public static final OrdinalCharacteristic<EnvironmentComplexity> ENVIRONMENT_COMPLEXITY =
            OrdinalCharacteristic.of("environmentComplexity", EnvironmentComplexity.class);

    /** How many other systems does it depend on or feed? */
    public static final OrdinalCharacteristic<IntegrationComplexity> INTEGRATION_COMPLEXITY =
            OrdinalCharacteristic.of("integrationComplexity", IntegrationComplexity.class);

    /** From where can it be reached? */
    public static final OrdinalCharacteristic<NetworkExposure> NETWORK_EXPOSURE =
            OrdinalCharacteristic.of("networkExposure", NetworkExposure.class);

    /** Where does it run? */
    public static final SetCharacteristic<ExecutionPlatform> EXECUTION_PLATFORMS =
            SetCharacteristic.of("executionPlatforms", ExecutionPlatform.class);

    /** Would it run on other hardware tomorrow? */
    public static final OrdinalCharacteristic<HardwareDependence> HARDWARE_DEPENDENCE =
            OrdinalCharacteristic.of("hardwareDependence", HardwareDependence.class);

    /** What happens when a sensor or chip fails? */
    public static final OrdinalCharacteristic<HardwareFaultBehaviour> HARDWARE_FAULT_BEHAVIOUR =
            OrdinalCharacteristic.of("hardwareFaultBehaviour", HardwareFaultBehaviour.class);

    /** Is it in a data centre, a plant or the weather? */
    public static final OrdinalCharacteristic<OperatingConditions> OPERATING_CONDITIONS =
            OrdinalCharacteristic.of("operatingConditions", OperatingConditions.class);

    /** Is the model in service numerically and physically the model you tested? */
    public static final OrdinalCharacteristic<TrainServeGap> TRAIN_SERVE_GAP =
            OrdinalCharacteristic.of("trainServeGap", TrainServeGap.class);

    /** What breaks if it is down for a day, an hour, a minute? */
    public static final OrdinalCharacteristic<AvailabilityNeed> AVAILABILITY_NEED =
            OrdinalCharacteristic.of("availabilityNeed", AvailabilityNeed.class);

    /** What do you do when it is down? */
    public static final OrdinalCharacteristic<Fallback> FALLBACK = OrdinalCharacteristic.of("fallback", Fallback.class);

    /** Could you fix or replace it without its maker? */
    public static final OrdinalCharacteristic<Maintainability> MAINTAINABILITY =
            OrdinalCharacteristic.of("maintainability", Maintainability.class);

    /** How large is its training and inference footprint? */
    public static final OrdinalCharacteristic<ComputeIntensity> COMPUTE_INTENSITY =
            OrdinalCharacteristic.of("computeIntensity", ComputeIntensity.class);

    /** Who profits from fooling or stealing it? */
    public static final OrdinalCharacteristic<AdversaryInterest> ADVERSARY_INTEREST =
            OrdinalCharacteristic.of("adversaryInterest", AdversaryInterest.class);

    // Third parties and responsibility

    /** Which parts come from others? */
    public static final SetCharacteristic<ThirdPartyElement> THIRD_PARTY_ELEMENTS =
            SetCharacteristic.of("thirdPartyElements", ThirdPartyElement.class);

    /** Do suppliers show data, tests, limits? */
    public static final OrdinalCharacteristic<SupplierTransparency> SUPPLIER_TRANSPARENCY =
            OrdinalCharacteristic.of("supplierTransparency", SupplierTransparency.class);

    /** Can the supplier change the model without telling you? */
    public static final OrdinalCharacteristic<SupplierChangeControl> SUPPLIER_CHANGE_CONTROL =
            OrdinalCharacteristic.of("supplierChangeControl", SupplierChangeControl.class);

    /** Who answers for it? */
    public static final OrdinalCharacteristic<ResponsibilityAllocation> RESPONSIBILITY_ALLOCATION =
            OrdinalCharacteristic.of("responsibilityAllocation", ResponsibilityAllocation.class);

    // People and impact

    /** Whose life does an output touch? */
    public static final OrdinalCharacteristic<AffectedReach> AFFECTED_REACH =
            OrdinalCharacteristic.of("affectedReach", AffectedReach.class);

    /** How many people a year? */
    public static final OrdinalCharacteristic<AffectedPopulation> AFFECTED_POPULATION =
            OrdinalCharacteristic.of("affectedPopulation", AffectedPopulation.class);

    /** Are children, patients, workers or other dependent people affected? */
    public static final SetCharacteristic<VulnerableGroup> VULNERABLE_GROUPS =
            SetCharacteristic.of("vulnerableGroups", VulnerableGroup.class);

    /** What is the strongest thing that can happen to a person? */
    public static final OrdinalCharacteristic<DecisionEffect> DECISION_EFFECT =
            OrdinalCharacteristic.of("decisionEffect", DecisionEffect.class);

    /** Can a wrong outcome be put right? */
    public static final OrdinalCharacteristic<Reversibility> REVERSIBILITY =
            OrdinalCharacteristic.of("reversibility", Reversibility.class);

    /** What is the worst credible physical harm? */
    public static final OrdinalCharacteristic<SafetyHarm> SAFETY_HARM =
            OrdinalCharacteristic.of("safetyHarm", SafetyHarm.class);

    /** Is it a safety function? */
    public static final BooleanCharacteristic SAFETY_COMPONENT = BooleanCharacteristic.of("safetyComponent");

    /** Can people avoid it? */
    public static final OrdinalCharacteristic<Optionality> OPTIONALITY =
            OrdinalCharacteristic.of("optionality", Optionality.class);

    /** Can its users tell when it is wrong? */
    public static final OrdinalCharacteristic<UserCompetence> USER_COMPETENCE =
            OrdinalCharacteristic.of("userCompetence", UserCompetence.class);

    /** Do you have the people to run and challenge it? */
    public static final OrdinalCharacteristic<AiExpertise> AI_EXPERTISE =
            OrdinalCharacteristic.of("aiExpertise", AiExpertise.class);

    /** How could it foreseeably be misused? */
    public static final OrdinalCharacteristic<MisusePotential> MISUSE_POTENTIAL =
            OrdinalCharacteristic.of("misusePotential", MisusePotential.class);

    /** Does it shape a community, a sector or society? */
    public static final OrdinalCharacteristic<SocietalInfluence> SOCIETAL_INFLUENCE =
            OrdinalCharacteristic.of("societalInfluence", SocietalInfluence.class);

    /** Do people deal with it directly? */
    public static final BooleanCharacteristic INTERACTS_WITH_PERSONS = BooleanCharacteristic.of("interactsWithPersons");

    /** In which domain is it used? */
    public static final SetCharacteristic<ApplicationDomain> APPLICATION_DOMAINS =
            SetCharacteristic.of("applicationDomains", ApplicationDomain.class);

    /** Must you report incidents or register the system? */
    public static final BooleanCharacteristic EXTERNAL_REPORTING_DUTY =
            BooleanCharacteristic.of("externalReportingDuty");

    /** Has it, or a twin of it, already failed? */
    public static final OrdinalCharacteristic<IncidentHistory> INCIDENT_HISTORY =
            OrdinalCharacteristic.of("incidentHistory", IncidentHistory.class);

    // Regulatory facts

    /** Which operator are you in law? */
    public static final SetCharacteristic<EuRole> EU_ROLES = SetCharacteristic.of("euRoles", EuRole.class);

    /** Which Annex III point fits the intended purpose? */
    public static final SetCharacteristic<AnnexThreeUse> ANNEX_THREE_USES =
            SetCharacteristic.of("annexThreeUses", AnnexThreeUse.class);

    /** Is it (in) a product needing third-party conformity assessment? */
    public static final BooleanCharacteristic ANNEX_ONE_PRODUCT = BooleanCharacteristic.of("annexOneProduct");

    /** Which derogation condition is claimed and documented? */
    public static final SetCharacteristic<ArticleSixThreeCondition> ARTICLE_SIX_THREE_CONDITIONS =
            SetCharacteristic.of("articleSixThreeConditions", ArticleSixThreeCondition.class);

    /** Is any Art. 5 element met? */
    public static final SetCharacteristic<ProhibitedPractice> PROHIBITED_PRACTICE_FLAGS =
            SetCharacteristic.of("prohibitedPracticeFlags", ProhibitedPractice.class);

    /** Is the deployer public or providing public services? */
    public static final BooleanCharacteristic PUBLIC_SECTOR_DEPLOYER = BooleanCharacteristic.of("publicSectorDeployer");

    /** How many FLOPs trained the model? */
    public static final DecimalCharacteristic TRAINING_COMPUTE_FLOPS = DecimalCharacteristic.of("trainingComputeFlops");

    private static final List<Characteristic<?>> ALL = List.of(
            AIMS_ROLES,
            LIFECYCLE_STAGE,
            TECHNOLOGY_READINESS_LEVEL,
            DEPLOYMENT_NOVELTY,
            CHANGE_FREQUENCY,
            DISTRIBUTION_SCOPE,
            JURISDICTIONS,
            MANAGEMENT_SYSTEMS,
            AUTOMATION_LEVEL,
            DECISION_ROLE,
            HUMAN_OVERSIGHT_MODE,
            OVERRIDE_CAPABILITY,
            INTERVENTION_WINDOW,
            ACTION_SCOPE,
            AGENCY_LEVEL,
            LOGIC_ORIGIN,
            CONTINUOUS_LEARNING,
            LEARNING_PARADIGMS,
            GENERATIVE_CAPABILITY,
            GENERAL_PURPOSE_MODEL,
            OUTPUT_DETERMINISM,
            EXPLAINABILITY,
            TRANSPARENCY_TO_AFFECTED,
            PERFORMANCE_EVIDENCE,
            GENERATED_MODALITIES,
            PRODUCES_DEEP_FAKES,
            PUBLISHES_PUBLIC_INTEREST_TEXT,
            PERSONAL_DATA_CATEGORY,
            BIOMETRIC_FUNCTIONS,
            PROFILING,
            DATA_PROVENANCE,
            DATA_REPRESENTATIVENESS,
            DATA_QUALITY_CONTROL,
            LABEL_BASIS,
            PROTECTED_ATTRIBUTES,
            DATA_STABILITY,
            INPUT_TRUST,
            CONTENT_RIGHTS,
            INPUT_REUSE,
            ENVIRONMENT_COMPLEXITY,
            INTEGRATION_COMPLEXITY,
            NETWORK_EXPOSURE,
            EXECUTION_PLATFORMS,
            HARDWARE_DEPENDENCE,
            HARDWARE_FAULT_BEHAVIOUR,
            OPERATING_CONDITIONS,
            TRAIN_SERVE_GAP,
            AVAILABILITY_NEED,
            FALLBACK,
            MAINTAINABILITY,
            COMPUTE_INTENSITY,
            ADVERSARY_INTEREST,
            THIRD_PARTY_ELEMENTS,
            SUPPLIER_TRANSPARENCY,
            SUPPLIER_CHANGE_CONTROL,
            RESPONSIBILITY_ALLOCATION,
            AFFECTED_REACH,
            AFFECTED_POPULATION,
            VULNERABLE_GROUPS,
            DECISION_EFFECT,
            REVERSIBILITY,
            SAFETY_HARM,
            SAFETY_COMPONENT,
            OPTIONALITY,
            USER_COMPETENCE,
            AI_EXPERTISE,
            MISUSE_POTENTIAL,
            SOCIETAL_INFLUENCE,
            INTERACTS_WITH_PERSONS,
            APPLICATION_DOMAINS,
            EXTERNAL_REPORTING_DUTY,
            INCIDENT_HISTORY,
            EU_ROLES,
            ANNEX_THREE_USES,
            ANNEX_ONE_PRODUCT,
            ARTICLE_SIX_THREE_CONDITIONS,
            PROHIBITED_PRACTICE_FLAGS,
            PUBLIC_SECTOR_DEPLOYER,
            TRAINING_COMPUTE_FLOPS);

    private Characteristics() {}

    /**
     * Returns all built-in characteristics.
     *
     * @return an immutable list in the order of the vocabulary
     */
    public static List<Characteristic<?>> all() {
        return ALL;
    }
}
