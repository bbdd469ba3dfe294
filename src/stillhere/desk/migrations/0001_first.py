"""The first tables of the desk."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True)),
                ("shown", models.CharField(blank=True, default="", max_length=120)),
                ("roles", models.JSONField(default=list)),
                ("language", models.CharField(blank=True, default="", max_length=8)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="DerivedState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("position", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="EntryChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("position", models.BigIntegerField(db_index=True)),
                ("at", models.CharField(max_length=32)),
                ("referent", models.CharField(max_length=32)),
                ("before", models.CharField(blank=True, max_length=24)),
                ("after", models.CharField(blank=True, max_length=24)),
            ],
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("at", models.CharField(max_length=32)),
                ("account", models.CharField(max_length=40)),
                ("referent", models.CharField(db_index=True, max_length=32)),
                ("page", models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.CharField(max_length=32)),
                ("digest", models.CharField(max_length=64)),
                ("position", models.BigIntegerField()),
                ("figures", models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                (
                    "referent",
                    models.CharField(max_length=32, primary_key=True, serialize=False),
                ),
                ("status", models.CharField(max_length=24)),
                ("listed", models.BooleanField()),
                ("concern", models.IntegerField()),
                ("last_word", models.CharField(blank=True, max_length=32)),
                ("settlement", models.CharField(blank=True, max_length=120)),
                ("dwelling", models.CharField(blank=True, max_length=240)),
                ("name", models.TextField(blank=True)),
                ("sort_name", models.TextField(blank=True)),
                ("birth", models.IntegerField(default=0)),
                ("alone", models.BooleanField()),
                ("dependent", models.BooleanField()),
                ("asked", models.BooleanField()),
                ("conflicting", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("listed"),
                        models.OrderBy(models.F("concern"), descending=True),
                        models.F("last_word"),
                        models.F("referent"),
                        name="person_by_concern",
                    ),
                    models.Index(
                        fields=["sort_name", "referent"], name="person_by_name"
                    ),
                    models.Index(
                        fields=["status", "sort_name", "referent"],
                        name="person_by_status",
                    ),
                    models.Index(
                        fields=["settlement", "sort_name", "referent"],
                        name="person_by_place",
                    ),
                ],
            },
        ),
    ]
